package io.shuke.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.Unpooled;
import io.shuke.Shuke;
import io.shuke.marketing.push.Audience;
import io.shuke.marketing.push.Gap;
import io.shuke.marketing.push.Message;
import io.shuke.marketing.push.MessageTemplate;
import io.shuke.marketing.push.MessageTemplates;
import io.shuke.marketing.push.NewPush;
import io.shuke.marketing.push.Pushes;
import io.shuke.marketing.push.RecipientState;
import io.shuke.marketing.push.Topic;
import io.shuke.marketing.push.Way;
import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Consents;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Joining;
import io.shuke.member.membership.Members;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.retry.Retry;

/**
 * S7: a push with durable state, beside a bare client that sends the same letters to the same stub, in turn. Both are timed
 * at the stub, from the first letter to the last. {@code -Dpush.people=20000} takes its time.
 */
@Tag("bench")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
        classes = Shuke.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.profiles.active=embedded",
            "shuke.embedded.data=${shuke.test.data}",
            "shuke.embedded.schema=fresh",
            "shuke.keys.folder=${shuke.test.data}/keys",
            "shuke.demo.days=0",
            "shuke.spool.folder=${shuke.test.data}/spool",
            "shuke.push.lanes=8",
            "shuke.push.portion=64",
            "shuke.push.connections=256",
            "shuke.push.per-second=1000000",
            "management.server.port=0"
        })
class PushBenchIT {

    private static final MerchantId SHOP = new MerchantId(1);
    private static final String OFFICIAL = "wxd3a0000000000001";
    private static final int PEOPLE = Integer.getInteger("push.people", 4_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 4);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 2);
    private static final Stub STUB = new Stub();

    @DynamicPropertySource
    static void host(DynamicPropertyRegistry properties) {
        properties.add("shuke.wechat.api-host", STUB::address);
    }

    @Autowired
    Jdbc jdbc;

    @Autowired
    Members members;

    @Autowired
    Consents consents;

    @Autowired
    Pushes pushes;

    @Autowired
    MessageTemplates templates;

    @BeforeAll
    void gather() {
        jdbc.within(SHOP, () -> {
            var form = new MessageTemplate(OFFICIAL, "t", Way.TEMPLATE, "提醒", List.of(new Gap("thing1", "内容")));
            templates.replace(OFFICIAL, Way.TEMPLATE, List.of(form));
            return true;
        });
        Flux.range(0, PEOPLE)
                .flatMap(
                        number -> jdbc.call(SHOP, () -> joined(number))
                                .retryWhen(Retry.backoff(10, Duration.ofMillis(200))
                                        .filter(Busy.class::isInstance)),
                        16)
                .then()
                .toFuture()
                .join();
    }

    private boolean joined(int number) {
        var identity = new Identity(OFFICIAL, "bench-" + number);
        members.followed(identity);
        members.join(new Joining(List.of(identity), null, consents.current().version(), "h5", null, null, null, null));
        return true;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50})
    void push(int answerMillis) {
        var ratios = new ArrayList<Double>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            STUB.begin(answerMillis);
            bare();
            var bare = STUB.perSecond();
            STUB.begin(answerMillis);
            own();
            var own = STUB.perSecond();
            if (round >= 0) {
                ratios.add(own / bare);
                System.out.printf("S7 push at %d ms: product %,.0f/s  bare %,.0f/s%n", answerMillis, own, bare);
            }
        }
        ratios.sort(null);
        System.out.printf(
                "S7 push at %d ms answers: rate x%.2f of bare (median of %d rounds, %d people)%n",
                answerMillis, ratios.get(ratios.size() / 2), ROUNDS, PEOPLE);
    }

    private void bare() {
        var client = HttpClient.create(ConnectionProvider.create("bare", 256));
        var letter = ("{\"touser\":\"bench-1000\",\"template_id\":\"t\",\"client_msg_id\":\"abcdefgh-ijklmnop-0\","
                        + "\"data\":{\"thing1\":{\"value\":\"好久不见\"}}}")
                .getBytes(StandardCharsets.UTF_8);
        Flux.range(0, PEOPLE)
                .flatMap(
                        n -> client.post()
                                .uri(STUB.address() + "/cgi-bin/message/template/send?access_token=x")
                                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(letter)))
                                .responseSingle((answer, body) -> body.asString()),
                        256)
                .then()
                .toFuture()
                .join();
    }

    private void own() {
        var message = new Message.Template(OFFICIAL, "t", Map.of("thing1", "好久不见"), "");
        var id = jdbc.within(SHOP, () -> {
            var push = pushes.create(
                    new NewPush("跑分", Topic.SERVICE, List.of(message), new Audience.Everybody(), null, 0, "staff:1"));
            pushes.start(push.id(), null);
            return push.id();
        });
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> jdbc.within(SHOP, () -> pushes.progress(id)).isOver());
        var done = jdbc.within(SHOP, () -> pushes.progress(id));
        assertThat(done.count(RecipientState.SENT)).isEqualTo(PEOPLE);
        assertThat(STUB.letters()).isEqualTo(PEOPLE);
    }

    /** Takes every letter, after a while. */
    private static final class Stub {

        private final AtomicInteger delay = new AtomicInteger();
        private final AtomicLong letters = new AtomicLong();
        private final AtomicLong first = new AtomicLong();
        private final AtomicLong last = new AtomicLong();
        private final DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.post("/cgi-bin/message/template/send", (asked, answer) -> answer.header(
                                        "Content-Type", "application/json")
                                .sendString(asked.receive().then(Mono.defer(this::taken))))
                        .post(
                                "/cgi-bin/stable_token",
                                (asked, answer) -> answer.sendString(asked.receive()
                                        .then(Mono.just("{\"access_token\":\"x\",\"expires_in\":7200}")))))
                .bindNow();

        String address() {
            return "http://127.0.0.1:" + server.port();
        }

        private Mono<String> taken() {
            first.compareAndSet(0, System.nanoTime());
            var number = letters.incrementAndGet();
            var said = Mono.fromSupplier(() -> {
                last.set(System.nanoTime());
                return "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":" + number + "}";
            });
            return delay.get() == 0
                    ? said
                    : Mono.delay(Duration.ofMillis(delay.get())).then(said);
        }

        void begin(int answerMillis) {
            delay.set(answerMillis);
            letters.set(0);
            first.set(0);
        }

        long letters() {
            return letters.get();
        }

        double perSecond() {
            return letters.get() * 1e9 / (last.get() - first.get());
        }
    }
}
