package io.shuke.console.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, of whose eight digits apps show the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void spellsSecretsAsAppsReadThem() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.base32("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
        assertThat(Totp.base32("foo".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6");
    }

    @ParameterizedTest
    @CsvSource({"-61, false", "-30, true", "0, true", "30, true", "61, false"})
    void forgivesAClockThatIsHalfAMinuteOff(int seconds, boolean good) {
        var now = Instant.ofEpochSecond(1_700_000_010);
        var code = Totp.code(SECRET, Totp.step(now.plusSeconds(seconds)));

        assertThat(Totp.matching(SECRET, code, now, 0).isPresent()).isEqualTo(good);
    }

    @Test
    void takesEachCodeOnce() {
        var now = Instant.ofEpochSecond(1_700_000_010);
        var code = Totp.code(SECRET, Totp.step(now));
        var used = Totp.matching(SECRET, code, now, 0).orElseThrow();

        assertThat(Totp.matching(SECRET, code, now, used)).isEmpty();
    }
}
