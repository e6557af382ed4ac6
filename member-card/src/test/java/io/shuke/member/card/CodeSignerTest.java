package io.shuke.member.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ground.Keys;
import io.shuke.member.ground.MerchantId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSignerTest {

    private static final MerchantId SHOP = new MerchantId(1);
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private CodeSigner signer;
    private String code;

    @BeforeEach
    void sign(@TempDir Path keys) {
        signer = new CodeSigner(Keys.in(keys, true));
        code = signer.sign(SHOP, "8800000017", NOON).value();
    }

    @Test
    void isReadableForAMinute() {
        assertThat(signer.read(SHOP, code, NOON.plusSeconds(59)).number()).isEqualTo("8800000017");
        assertThat(signer.sign(SHOP, "8800000017", NOON).expiresAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(longs = {60, 61, 90, 300, 100_000, 200_000, 31_536_000})
    void isTooOldAfterAMinute(long seconds) {
        assertThatThrownBy(() -> signer.read(SHOP, code, NOON.plusSeconds(seconds)))
                .isInstanceOf(CardRefusal.class);
    }

    @Test
    void bearsClocksThatDifferALittle() {
        assertThat(signer.read(SHOP, code, NOON.minusSeconds(5)).issuedAt()).isEqualTo(NOON.getEpochSecond());
    }

    @Test
    void isRefusedFromTheFuture() {
        refused(code, NOON.minusSeconds(30), "card.code-expired");
    }

    @Test
    void isWorthNothingInAnotherShop() {
        assertThatThrownBy(() -> signer.read(new MerchantId(2), code, NOON)).hasMessage("card.code-forged");
    }

    @Test
    void doesNotSurviveAChangedDigit() {
        for (int at = 0; at < 24; at++) {
            var digit = (char) ('0' + (code.charAt(at) - '0' + 1) % 10);
            var changed = code.substring(0, at) + digit + code.substring(at + 1);
            assertThatThrownBy(() -> signer.read(SHOP, changed, NOON)).hasMessage("card.code-forged");
        }
    }

    @Test
    void isNotGuessedInAHundredThousandTries() {
        var random = new SplittableRandom(22);
        for (int n = 0; n < 100_000; n++) {
            var guess = code.substring(0, 15) + "%09d".formatted(random.nextInt(1_000_000_000));
            if (!guess.equals(code)) {
                refused(guess, NOON, "card.code-forged");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "8800000017", "88000000170000000000000a", "１２３４５６７８９０１２３４５６７８９０１２３４"})
    void refusesWhatIsNoCode(String nonsense) {
        refused(nonsense, NOON, "card.code-malformed");
    }

    private void refused(String shown, Instant now, String why) {
        assertThatThrownBy(() -> signer.read(SHOP, shown, now)).hasMessage(why);
    }
}
