package io.shuke.gateway.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.gateway.wechat.callback.Wechat.Call;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final long SECOND = NOW.getEpochSecond();
    private static final Wechat WECHAT = Wechat.account("wx1111111111111111", 1);
    private static final Wechat OTHER = Wechat.account("wx2222222222222222", 2);

    private final Verifier verifier = new Verifier(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void takesEveryGenuineMessage() {
        for (var message : WECHAT.fortyMessages(SECOND)) {
            assertThat(read(WECHAT.addressee(), WECHAT.send(message, NOW)).text())
                    .isEqualTo(message);
        }
    }

    @Test
    void takesTheCurrentAndThePreviousKey() {
        var previous = new Wechat(WECHAT.appid(), WECHAT.token(), OTHER.key());
        var both = new Addressee(
                WECHAT.channel(1, previous.key()),
                List.of(
                        new CallbackCipher(WECHAT.key(), WECHAT.appid()),
                        new CallbackCipher(previous.key(), WECHAT.appid())),
                "好茶",
                List.of());
        var message = Wechat.words("oA", SECOND, 1, "a");
        assertThat(read(both, WECHAT.send(message, NOW)).text()).isEqualTo(message);
        assertThat(read(both, previous.send(message, NOW)).text()).isEqualTo(message);
        assertRefused(WECHAT.addressee(), previous.send(message, NOW)).hasMessage("callback.foreign");
    }

    @Test
    void takesNothingOlderOrNewerThanFiveMinutes() {
        var message = Wechat.words("oA", SECOND, 1, "a");
        assertThat(read(WECHAT.addressee(), WECHAT.send(message, NOW.minusSeconds(300))))
                .isNotNull();
        assertRefused(WECHAT.addressee(), WECHAT.send(message, NOW.minusSeconds(301)))
                .hasMessage("callback.stale");
        assertRefused(WECHAT.addressee(), WECHAT.send(message, NOW.plusSeconds(301)))
                .hasMessage("callback.stale");
    }

    @Test
    void takesNothingMeantForAnotherAccountEvenWithTheSameSecrets() {
        var twin = new Wechat(OTHER.appid(), WECHAT.token(), WECHAT.key());
        assertRefused(WECHAT.addressee(), twin.send(Wechat.words("oA", SECOND, 1, "a"), NOW))
                .hasMessage("callback.foreign");
        assertRefused(WECHAT.addressee(), OTHER.send(Wechat.words("oA", SECOND, 1, "a"), NOW))
                .hasMessage("callback.forged");
    }

    @Test
    void takesNothingWhoseOuterAndInnerAccountDiffer() {
        var call = WECHAT.send(Wechat.words("oA", SECOND, 1, "a"), NOW);
        assertRefused(WECHAT.addressee(), call.withBody(call.text().replace("gh_1", "gh_2")))
                .hasMessage("callback.foreign");
    }

    @Test
    void takesNoPlainMessage() {
        var message = Wechat.words("oA", SECOND, 1, "a");
        var call = WECHAT.send(message, NOW);
        assertRefused(WECHAT.addressee(), call.withBody(message)).hasMessage("callback.plain");
        assertRefused(WECHAT.addressee(), call.withQuery(call.query().replace("&encrypt_type=aes", "")))
                .hasMessage("callback.plain");
        assertRefused(WECHAT.addressee(), call.withQuery(call.query().replace("=aes", "=raw")))
                .hasMessage("callback.plain");
    }

    @Test
    void takesNoRepeatedEscapedOrMissingParameter() {
        var call = WECHAT.send(Wechat.words("oA", SECOND, 1, "a"), NOW);
        for (var name : List.of("signature", "timestamp", "nonce", "msg_signature", "encrypt_type")) {
            var parameter = java.util.Arrays.stream(call.query().split("&"))
                    .filter(each -> each.startsWith(name + "="))
                    .findFirst()
                    .orElseThrow();
            assertRefused(WECHAT.addressee(), call.withQuery(call.query() + "&" + parameter));
            assertRefused(WECHAT.addressee(), call.withQuery(call.query().replace(parameter, name + "=")));
            assertRefused(WECHAT.addressee(), call.withQuery(call.query().replace(parameter, "x=1")));
            assertRefused(WECHAT.addressee(), call.withQuery(call.query().replace(parameter, parameter + "%00")));
        }
        assertRefused(WECHAT.addressee(), call.withQuery(call.query() + "&a=1&b=2".repeat(20)));
    }

    @Test
    void takesNoSignedNoise() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            var noise = new byte[32 * (1 + random.nextInt(32)) + (i % 10 == 0 ? random.nextInt(32) : 0)];
            random.nextBytes(noise);
            var call = WECHAT.sealed(Base64.getEncoder().encodeToString(noise), "<xml>", SECOND, "1");
            assertRefused(WECHAT.addressee(), call).as("seed %d", seed).hasMessage("callback.foreign");
        }
    }

    @Test
    void takesNothingDeepOrLarge() {
        assertRefused(WECHAT.addressee(), WECHAT.send(MessageReaderTest.deep(3_000), NOW))
                .hasMessage("callback.malformed");
        assertRefused(WECHAT.addressee(), WECHAT.send(Wechat.words("oA", SECOND, 1, "a".repeat(60_000)), NOW))
                .hasMessage("callback.too-large");
    }

    @Test
    void takesTheOfficialMessage() {
        var official = new Wechat(CallbackCipherTest.OFFICIAL_APPID, "AAAAA", "A".repeat(43));
        var call = official.sealed(CallbackCipherTest.OFFICIAL_MESSAGE, "{", 1_714_112_445, "415670741");
        var then = new Verifier(Clock.fixed(Instant.ofEpochSecond(1_714_112_445), ZoneOffset.UTC));
        var body = call.text().replace("gh_1", "gh_97417a04a28d").getBytes(StandardCharsets.UTF_8);
        assertThat(then.read(official.addressee(), CallbackQuery.of(call.query()), body)
                        .field("Event"))
                .isEqualTo("debug_demo");
    }

    @Test
    @Tag("bench")
    void costsTenMicrosecondsAtMost() {
        var call = WECHAT.send(
                Wechat.event(
                        "oPersonWithAnOrdinaryOpenid12",
                        SECOND,
                        "subscribe",
                        "<EventKey><![CDATA[qrscene_store-1]]></EventKey><Ticket><![CDATA[ticket]]></Ticket>"),
                NOW);
        var addressee = WECHAT.addressee();
        var threads = ManagementFactory.getThreadMXBean();
        var best = Double.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            var before = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < 10_000; i++) {
                read(addressee, call);
            }
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - before) / 10_000_000.0);
        }
        System.out.printf("callback before the inbox: %.1f µs CPU%n", best);
        assertThat(best).isLessThan(10);
    }

    private Message read(Addressee addressee, Call call) {
        return verifier.read(addressee, CallbackQuery.of(call.query()), call.body());
    }

    private AbstractThrowableAssert<?, ?> assertRefused(Addressee addressee, Call call) {
        return assertThatThrownBy(() -> read(addressee, call)).isInstanceOf(CallbackRefusal.class);
    }
}
