package io.shuke.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** WeChat's published examples, word for word. */
class CryptTest {

    private static final String KEY = "A".repeat(43);
    private static final String APPID = "wxba5fad812f8e6fb9";
    private static final String SEALED =
            "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsX"
                    + "UnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4"
                    + "M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=";
    private static final String MESSAGE =
            "{\"ToUserName\":\"gh_97417a04a28d\",\"FromUserName\":\"o9AgO5Kd5ggOC-bXrbNODIiE3bGY\",\"CreateTime\":1714112445,"
                    + "\"MsgType\":\"event\",\"Event\":\"debug_demo\",\"debug_str\":\"hello world\"}";

    @Test
    void signsThePublishedQuestion() {
        assertThat(Crypt.signature("AAAAA", "1714036504", "1514711492"))
                .isEqualTo("f464b24fc39322e44b38aa78f5edd27bd1441696");
    }

    @Test
    void signsThePublishedMessage() {
        assertThat(Crypt.signature("AAAAA", "1714112445", "415670741", SEALED))
                .isEqualTo("046e02f8204d34f8ba5fa3b1db94908f3df2e9b3");
    }

    @Test
    void sealsThePublishedMessageBitForBit() {
        var noise = "a8eedb185eb2fecf".getBytes(StandardCharsets.US_ASCII);

        assertThat(new Crypt(KEY).seal(noise, MESSAGE, APPID)).isEqualTo(SEALED);
    }

    @Test
    void opensThePublishedMessage() {
        var opened = new Crypt(KEY).open(SEALED);

        assertThat(opened.message()).isEqualTo(MESSAGE);
        assertThat(opened.appid()).isEqualTo(APPID);
    }

    @Test
    void aKeyWhoseLastLetterCarriesSpareBitsIsTaken() {
        var crypt = new Crypt(Given.KEY);

        assertThat(crypt.open(crypt.seal(new byte[16], "你好", Given.OFFICIAL)))
                .isEqualTo(new Crypt.Opened("你好", Given.OFFICIAL));
    }

    @Test
    void anotherKeyOpensNothing() {
        var sealed = new Crypt(Given.OLD_KEY).seal(new byte[16], "你好", Given.OFFICIAL);

        assertThatThrownBy(() -> new Crypt(Given.KEY).open(sealed)).isInstanceOf(IllegalArgumentException.class);
    }
}
