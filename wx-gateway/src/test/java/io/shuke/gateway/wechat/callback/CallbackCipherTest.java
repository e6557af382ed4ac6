package io.shuke.gateway.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallbackCipherTest {

    static final String OFFICIAL_APPID = "wxba5fad812f8e6fb9";
    static final String OFFICIAL_MESSAGE =
            "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8T"
                    + "PxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2I"
                    + "uQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=";

    @Test
    void readsTheOfficialMessage() {
        var sealed = CallbackCipher.decode(OFFICIAL_MESSAGE);
        assertThat(sealed).isNotNull();
        assertThat(new CallbackCipher("A".repeat(43), OFFICIAL_APPID).open(sealed))
                .isEqualTo("{\"ToUserName\":\"gh_97417a04a28d\",\"FromUserName\":\"o9AgO5Kd5ggOC-bXrbNODIiE3bGY\","
                        + "\"CreateTime\":1714112445,\"MsgType\":\"event\",\"Event\":\"debug_demo\","
                        + "\"debug_str\":\"hello world\"}");
    }

    @Test
    void findsTheOfficialSignatures() {
        assertThat(Signature.of("AAAAA", "1714036504", "1514711492"))
                .isEqualTo("f464b24fc39322e44b38aa78f5edd27bd1441696");
        assertThat(Signature.of("AAAAA", "1714112445", "415670741"))
                .isEqualTo("6c5c811b55cc85e0e1b54100749188c20beb3f5d");
        assertThat(Signature.of("AAAAA", "1714112445", "415670741", OFFICIAL_MESSAGE))
                .isEqualTo("046e02f8204d34f8ba5fa3b1db94908f3df2e9b3");
    }

    @Test
    void readsOnlyWhatIsMeantForItsAccount() {
        var sealed = CallbackCipher.decode(OFFICIAL_MESSAGE);
        assertThat(sealed).isNotNull();
        assertThat(new CallbackCipher("A".repeat(43), "wxba5fad812f8e6fb8").open(sealed))
                .isNull();
        assertThat(new CallbackCipher("B".repeat(43), OFFICIAL_APPID).open(sealed))
                .isNull();
    }

    @Test
    void takesEveryKeyWechatMayMake() {
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        var random = new Random(20_261_122);
        for (int i = 0; i < 1_000; i++) {
            var key = random.ints(43, 0, alphabet.length())
                    .collect(StringBuilder::new, (text, at) -> text.append(alphabet.charAt(at)), StringBuilder::append)
                    .toString();
            var cipher = new CallbackCipher(key, "wx1");
            var text = "好".repeat(random.nextInt(100));
            var sealed = CallbackCipher.decode(cipher.seal(text));
            assertThat(sealed).isNotNull();
            assertThat(cipher.open(sealed)).isEqualTo(text);
        }
        assertThatThrownBy(() -> new CallbackCipher("short", "wx1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void opensNoNoiseAndReservesNoMemoryForIt() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var cipher = new CallbackCipher("A".repeat(43), "wx1");
        for (int i = 0; i < 100_000; i++) {
            var noise = new byte[32 * (1 + random.nextInt(4))];
            random.nextBytes(noise);
            assertThat(cipher.open(noise)).as("seed %d", seed).isNull();
        }
    }

    @Test
    void decodesNothingThatIsNoCipherText() {
        assertThat(CallbackCipher.decode("")).isNull();
        assertThat(CallbackCipher.decode("AAAA")).isNull();
        assertThat(CallbackCipher.decode("!".repeat(44))).isNull();
        assertThat(CallbackCipher.decode(Base64.getEncoder().encodeToString(new byte[48])))
                .isNull();
        assertThat(CallbackCipher.decode(Base64.getEncoder().encodeToString(new byte[64])))
                .hasSize(64);
    }
}
