package io.shuke.gateway.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.gateway.wechat.callback.Wechat.Call;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Channels;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@CallbackShop
@ExtendWith(OutputCaptureExtension.class)
class CallbackIT {

    private static final MerchantId SHOP = new MerchantId(11);
    private static final Wechat WECHAT = Wechat.account("wx1111111111111111", 1);
    private static final Wechat OTHER = Wechat.account("wx2222222222222222", 2);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Semaphore atOnce = new Semaphore(64);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Jdbc jdbc;

    @Autowired
    private Members members;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Spool spool;

    @Autowired
    private Wire wire;

    @Autowired
    private CallbackShop.Heard heard;

    @BeforeEach
    void openTheShopOnce(@Autowired Merchants merchants, @Autowired Channels channels) {
        if (channels.of(WECHAT.appid()).isEmpty()) {
            merchants.open(new Merchant(SHOP, "好茶", ZoneId.of("Asia/Shanghai")));
            jdbc.within(SHOP, () -> {
                merchants.openStore(new Store(1, "人民路店", "人民路 1 号", "store-1"));
                channels.connect(WECHAT.channel(SHOP.value(), null));
                channels.connect(OTHER.channel(SHOP.value(), WECHAT.key()));
                return true;
            });
        }
    }

    @AfterEach
    void leaveTheInboxEmpty() {
        wire.mend();
        // On a busy machine a message may have gone by the spool.
        soon(() -> spool.held() == 0);
        heard.finished.clear();
        database.update("DELETE FROM inbox");
    }

    @Test
    void takesNoneOfTenThousandMutants() {
        var seed = System.nanoTime();
        System.out.println("mutants: seed " + seed);
        var now = Instant.now();
        var mutants = new Mutants(new Random(seed), WECHAT, OTHER, now);
        var messages = WECHAT.fortyMessages(now.getEpochSecond());
        IntStream.range(0, 20)
                .forEach(i -> post(WECHAT, mutants.of(messages.get(i))).join());
        var heap = usedHeap();
        var statuses = IntStream.range(0, 250)
                .boxed()
                .flatMap(round -> messages.stream())
                .map(message -> post(WECHAT, mutants.of(message)))
                .toList()
                .stream()
                .map(answer -> answer.join().statusCode())
                .toList();
        assertThat(statuses).as("seed %d", seed).hasSize(10_000).containsOnly(403, 413);
        assertThat(rows()).as("seed %d", seed).isZero();
        assertThat(usedHeap() - heap).isLessThan(48L << 20);
    }

    @Test
    void takesGenuineMessagesOnceHoweverOftenTheyArrive() {
        var now = Instant.now();
        var second = now.getEpochSecond();
        var calls = new ArrayList<Call>();
        for (int i = 0; i < 200; i++) {
            var message = Wechat.finished("oPerson" + i, second, 1_000 + i);
            var call = WECHAT.send(message, now);
            calls.addAll(List.of(call, call, WECHAT.send(message, now.plusSeconds(1)), call, call));
        }
        Collections.shuffle(calls, new Random(1));
        var answers = calls.stream().map(call -> post(WECHAT, call)).toList();
        assertThat(answers.stream().map(CompletableFuture::join))
                .allSatisfy(answer -> assertThat(answer.body()).isEqualTo("success"));
        // What found the database busy was answered from the spool, and comes a moment later.
        soon(() -> rows() == 200);
        soon(() -> waiting() == 0);
        assertThat(heard.finished).hasSize(200).doesNotHaveDuplicates();
        assertThat(database.queryForObject("SELECT COUNT(*) FROM inbox WHERE body IS NOT NULL", Long.class))
                .isZero();
    }

    @Test
    void racingDeliveriesOfOneMessageMakeOneRow() {
        var message = Wechat.words("oA", 1, 77, "你好");
        for (int round = 0; round < 5; round++) {
            IntStream.range(0, 100)
                    .mapToObj(i -> post(WECHAT, WECHAT.send(message, Instant.now())))
                    .toList()
                    .forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        }
        assertThat(rows()).isOne();
    }

    @Test
    void keepsTwoResultsOfOneSecondApart() {
        var second = Instant.now().getEpochSecond();
        post(WECHAT, WECHAT.send(Wechat.sent("oA", second, "t1"), second, "1")).join();
        post(WECHAT, WECHAT.send(Wechat.sent("oA", second, "t2"), second, "1")).join();
        post(WECHAT, WECHAT.send(Wechat.sent("oA", second, "t2"), second, "2")).join();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void welcomesEachDeliveryWithTheSameWords() {
        var message = Wechat.event("oNew", 5, "subscribe", "<EventKey>qrscene_store-1</EventKey>");
        var call = WECHAT.send(message, Instant.now());
        var first = WECHAT.read(post(WECHAT, call).join().body());
        assertThat(first).contains("欢迎光临人民路店", "https://shop.example/oauth/" + WECHAT.appid());
        for (var again : List.of(call, WECHAT.send(message, Instant.now()))) {
            assertThat(withoutTime(WECHAT.read(post(WECHAT, again).join().body())))
                    .isEqualTo(withoutTime(first));
        }
        assertThat(rows()).isOne();
    }

    @Test
    void aLateRepetitionDoesNotUndoWhatCameAfterIt() {
        var second = Instant.now().getEpochSecond();
        var identity = new Identity(WECHAT.appid(), "oWaverer");
        post(WECHAT, WECHAT.send(Wechat.event("oWaverer", second, "subscribe", ""), Instant.now()))
                .join();
        soon(() -> jdbc.within(SHOP, () -> members.following(identity)));
        post(WECHAT, WECHAT.send(Wechat.event("oWaverer", second + 2, "unsubscribe", ""), Instant.now()))
                .join();
        soon(() -> !jdbc.within(SHOP, () -> members.following(identity)));
        post(WECHAT, WECHAT.send(Wechat.event("oWaverer", second + 1, "subscribe", ""), Instant.now()))
                .join();
        soon(() -> waiting() == 0 && rows() == 3);
        assertThat(jdbc.within(SHOP, () -> members.following(identity))).isFalse();
    }

    @Test
    void losesNothingWhileTheDatabaseIsAway() {
        var now = Instant.now();
        post(WECHAT, WECHAT.send(Wechat.finished("oA", now.getEpochSecond(), 1), now))
                .join();
        wire.cut();
        var slowest = Duration.ZERO;
        for (int i = 2; i < 60; i++) {
            var call = WECHAT.send(Wechat.finished("oA", now.getEpochSecond(), i), now);
            var began = System.nanoTime();
            assertThat(post(WECHAT, call).join().body()).isEqualTo("success");
            assertThat(post(WECHAT, call).join().body()).isEqualTo("success");
            var took = Duration.ofNanos(System.nanoTime() - began);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        assertThat(slowest).isLessThan(Duration.ofSeconds(4));
        assertThat(spool.held()).isPositive();
        wire.mend();
        soon(() -> spool.held() == 0 && rows() == 59 && waiting() == 0);
        // What was told just when the connection broke is told again: it was rolled back with everything else.
        assertThat(Set.copyOf(heard.finished)).hasSize(59);
    }

    @Test
    void oneUnbearableMessageHurtsNoOtherAndIsParkedWithoutNamingAnybody(CapturedOutput output) {
        var second = Instant.now().getEpochSecond();
        for (var id : List.of("665", CallbackShop.Heard.UNBEARABLE, "667")) {
            post(WECHAT, WECHAT.send(Wechat.finished("oSecret", second, Long.parseLong(id)), Instant.now()))
                    .join();
        }
        soon(() -> heard.finished.size() == 2);
        soon(() -> {
            jdbc.forAll(() -> database.update(
                    "UPDATE inbox SET next_attempt_at = received_at WHERE next_attempt_at IS NOT NULL"));
            return parked() == 1;
        });
        assertThat(waiting()).isZero();
        assertThat(heard.finished).hasSize(2);
        assertThat(output.getAll()).contains("is parked after 8 attempts").doesNotContain("oSecret");
        var body = database.queryForObject("SELECT body FROM inbox WHERE parked_at IS NOT NULL", byte[].class);
        assertThat(new String(body, StandardCharsets.ISO_8859_1)).doesNotContain("oSecret", "TEMPLATE");
    }

    @Test
    void forgetsWhatIsLongDone() {
        post(WECHAT, WECHAT.send(Wechat.words("oA", 1, 1, "a"), Instant.now())).join();
        soon(() -> waiting() == 0);
        jdbc.within(SHOP, () -> {
            inbox.forget();
            return true;
        });
        assertThat(rows()).isOne();
        database.update("UPDATE inbox SET processed_at = processed_at - INTERVAL 4 DAY");
        jdbc.within(SHOP, () -> {
            inbox.forget();
            return true;
        });
        assertThat(rows()).isZero();
    }

    @Test
    void confirmsItsAddress() {
        var signature = Signature.of(WECHAT.token(), "1714036504", "1514711492");
        var query = "timestamp=1714036504&nonce=1514711492&echostr=4375120948345356249&signature=";
        assertThat(get(query + signature).statusCode()).isEqualTo(200);
        assertThat(get(query + signature).body()).isEqualTo("4375120948345356249");
        assertThat(get(query + "0".repeat(40)).statusCode()).isEqualTo(403);
        assertThat(get("").statusCode()).isEqualTo(403);
    }

    @Test
    void saysWhyItRefuses() {
        var call = WECHAT.send(Wechat.words("oA", 1, 1, "a"), Instant.now());
        var forged = post(WECHAT, call.withQuery(call.query().replace("nonce=", "nonce=1")))
                .join();
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(forged.body()).contains("\"code\":\"callback.forged\"", "签名不正确");
        assertThat(post(new Wechat("wx3", "t", WECHAT.key()), call).join().statusCode())
                .isEqualTo(404);
        assertThat(post(OTHER, call).join().body()).contains("callback.forged");
    }

    @Test
    void refusesTheLargeEvenWhenItDoesNotSayHowLargeItIs() {
        var call = WECHAT.send("a".repeat(1 << 20), Instant.now());
        assertThat(post(WECHAT, call).join().statusCode()).isEqualTo(413);
        var unknown = HttpRequest.newBuilder(uri(WECHAT, call.query()))
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(call.body())))
                .build();
        assertThat(HTTP.sendAsync(unknown, BodyHandlers.ofString()).join().statusCode())
                .isEqualTo(413);
    }

    private CompletableFuture<HttpResponse<String>> post(Wechat account, Call call) {
        atOnce.acquireUninterruptibly();
        var request = HttpRequest.newBuilder(uri(account, call.query()))
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofByteArray(call.body()))
                .build();
        // A refused megabyte ends its connection, and with it whatever was about to use it.
        return HTTP.sendAsync(request, BodyHandlers.ofString())
                .exceptionallyCompose(closed -> HTTP.sendAsync(request, BodyHandlers.ofString()))
                .whenComplete((answer, failed) -> atOnce.release());
    }

    private HttpResponse<String> get(String query) {
        return HTTP.sendAsync(HttpRequest.newBuilder(uri(WECHAT, query)).build(), BodyHandlers.ofString())
                .join();
    }

    private URI uri(Wechat account, String query) {
        return URI.create("http://127.0.0.1:" + port + "/wx/" + account.appid() + (query.isEmpty() ? "" : "?" + query));
    }

    private long rows() {
        return count("1 = 1");
    }

    private long waiting() {
        return count("next_attempt_at IS NOT NULL");
    }

    private long parked() {
        return count("parked_at IS NOT NULL");
    }

    private long count(String where) {
        var count = database.queryForObject("SELECT COUNT(*) FROM inbox WHERE " + where, Long.class);
        return count == null ? 0 : count;
    }

    private static String withoutTime(String reply) {
        return reply.replaceAll("<CreateTime>\\d+", "");
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void soon(BooleanSupplier fact) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited half a minute").isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
