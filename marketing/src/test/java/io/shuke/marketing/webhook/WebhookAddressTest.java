package io.shuke.marketing.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {

    @Test
    void isANameWithTls() {
        assertThat(WebhookAddress.checked("https://pos.example.com:8443/shuke?shop=1", false))
                .isEqualTo("https://pos.example.com:8443/shuke?shop=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop",
                "http://pos.example.com/",
                "ftp://pos.example.com/",
                "file:///etc/passwd",
                "jar:https://pos.example.com/a.jar!/",
                "gopher://pos.example.com/",
                "https://",
                "https:///x",
                "https://localhost/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://0177.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://169.254.169.254/latest/meta-data",
                "https://127.0.0.1.nip.0x1/",
                "https://user@pos.example.com/",
                "https://user:pass@pos.example.com/",
                "https://pos.example.com/#x",
                "https://pos.example.com\\@127.0.0.1/",
                "https://pos_example.com/",
                "https://pos.example.com/ x",
                "https://例子.example.com/"
            })
    void isNothingElse(String url) {
        assertThatThrownBy(() -> WebhookAddress.checked(url, false)).hasMessage("webhook.bad-address");
    }

    @Test
    void mayBeThisMachineForTrying() {
        assertThat(WebhookAddress.checked("http://localhost:9000/hook", true)).isEqualTo("http://localhost:9000/hook");
        assertThat(WebhookAddress.checked("http://127.0.0.1:9000/hook", true)).isEqualTo("http://127.0.0.1:9000/hook");
        assertThatThrownBy(() -> WebhookAddress.checked("file:///etc/passwd", true))
                .hasMessage("webhook.bad-address");
    }
}
