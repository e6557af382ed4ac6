package io.shuke.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/h5",
                "/h5/",
                "/h5/card",
                "/h5/?shop=1000",
                "/h5/?shop=1000#/card?from=menu",
                "/h5#/check-in",
                "/h5/#/points/1"
            })
    void leadsToOurOwnPages(String to) {
        assertThat(new LocalPath(to).value()).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "https://evil.example",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/h5\\evil",
                "/h5/../console",
                "/h5/..",
                "/h5/.../x",
                "/h5/%2e%2e/console",
                "/h5/%252e%252e/console",
                "/h5//evil.example",
                "/h5/%2f%2fevil.example",
                "/h5/\r\nSet-Cookie: a=b",
                "/h5/%0d%0aSet-Cookie:a=b",
                "/h5/\u0000",
                "/h5 /x",
                " /h5/",
                "/h5/\t",
                "/h5@evil.example",
                "/h5.evil.example",
                "/h5evil",
                "/h5:80/",
                "h5/",
                "javascript:alert(1)",
                "/h5/?x=<script>",
                "/H5/",
                "/h5/#\\\\evil.example",
                "/h5／evil",
                "/api/me",
                "/oauth/wx1?to=/h5/"
            })
    void leadsNowhereElse(String to) {
        assertThatThrownBy(() -> new LocalPath(to))
                .isInstanceOfSatisfying(LoginRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("oauth.foreign-target"));
    }

    @Test
    void refusesAnEndlessPath() {
        assertThatThrownBy(() -> new LocalPath("/h5/" + "a".repeat(400))).isInstanceOf(LoginRefusal.class);
    }

    @Test
    void addsAWordBeforeTheFragment() {
        assertThat(new LocalPath("/h5/?shop=1#/card").with("snapshot", "1")).isEqualTo("/h5/?shop=1&snapshot=1#/card");
        assertThat(new LocalPath("/h5/#/card").with("snapshot", "1")).isEqualTo("/h5/?snapshot=1#/card");
        assertThat(new LocalPath("/h5").with("snapshot", "1")).isEqualTo("/h5?snapshot=1");
    }
}
