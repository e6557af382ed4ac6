package io.shuke.member.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void readsWhatItWrote() {
        var value = Map.of("a", Arrays.asList(1L, "豆浆\"\\\n\u0001", true, null), "b", Map.of(), "c", List.of());

        assertThat(Json.read(Json.write(value))).isEqualTo(value);
        assertThat(Json.read(" { \"a\" : [ 1 , -2 ] , \"b\":\"\\u8c46\\t\" } "))
                .isEqualTo(Map.of("a", List.of(1L, -2L), "b", "豆\t"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "1.5",
                "1 2",
                "tru",
                "\"a",
                "\"\\x\"",
                "\"\\u12",
                "[1 2]",
                "-",
                "99999999999999999999"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.read("[".repeat(1000))).isInstanceOf(IllegalArgumentException.class);
    }
}
