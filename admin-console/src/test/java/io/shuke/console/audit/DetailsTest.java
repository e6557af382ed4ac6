package io.shuke.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetailsTest {

    @Test
    void keepTheNumbersAndIdsOfAnAct() {
        var told = Details.read("""
                {"memberId": "712345678901234567", "change": -30, "note": "王女士 13912345678", "key": "k1", "role": "CASHIER"}""");

        assertThat(Details.kept(told, false))
                .isEqualTo("{\"memberId\":\"712345678901234567\",\"change\":-30,\"role\":\"CASHIER\"}");
    }

    @Test
    void keepAllOfARuleButNoPhoneAndNoSecret() {
        var told = Details.read("""
                {"pointsADay": 8, "steps": [{"text": "找老王 13912345678"}], "secret": "x", "open": 13912345678}""");

        assertThat(Details.kept(told, true))
                .isEqualTo("{\"pointsADay\":8,\"steps\":[{\"text\":\"找老王 ***\"}],\"open\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"phone\": \"13912345678\"}",
                "{\"phone\": 13912345678}",
                "{\"find\": \"+8613912345678\"}",
                "{\"memberId\": \"13912345678x\"}",
                "{\"members\": [\"13912345678\", \"老王\"]}",
                "{\"a\": {\"b\": {\"number\": 13912345678, \"name\": \"老王\"}}}",
                "{\"13912345678\": 1}",
                "{\"password\": 12345, \"token\": true}"
            })
    void keepNothingOfAnybody(String body) {
        assertThat(Details.kept(Details.read(body), false)).doesNotContain("13912345678", "老王", "12345,", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"a\":1e99}", "{\"a\":1}}"})
    void areEmptyForWhatWillBeRefusedAnyway(String body) {
        assertThat(Details.read(body)).isEmpty();
    }

    @Test
    void neverGrowBeyondTheirColumn() {
        var told = Details.read("{\"text\": \"" + "长".repeat(7_000) + "\"}");

        assertThat(Details.kept(told, true)).hasSizeLessThan(30);
    }
}
