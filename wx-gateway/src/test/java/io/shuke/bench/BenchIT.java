package io.shuke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.Shuke;
import io.shuke.gateway.door.Sessions;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Consents;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Joining;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import reactor.core.publisher.Flux;

/**
 * The customer's paths beside the bare stack, in turn, in one process. Absolute figures say something about the machine of
 * the day; the ratios say something about us. Short by default; {@code -Dbench.members=20000} takes its time.
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
            "management.server.port=0"
        })
class BenchIT {

    private static final MerchantId SHOP = new MerchantId(1);
    private static final int MEMBERS = Integer.getInteger("bench.members", 3000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 4);
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    @Value("${local.server.port}")
    int port;

    @Autowired
    Jdbc jdbc;

    @Autowired
    Members members;

    @Autowired
    Consents consents;

    @Autowired
    Sessions sessions;

    @Autowired
    Channels channels;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ReactiveRedisConnectionFactory redis;

    private Bare bare;
    private List<String> tokens = List.of();

    @BeforeAll
    void gather() {
        bare = new Bare(redis);
        tokens = Flux.range(0, MEMBERS)
                .flatMap(number -> jdbc.call(SHOP, () -> joined(number)), 16)
                .collectList()
                .blockOptional(Duration.ofMinutes(10))
                .orElseThrow();
    }

    @AfterAll
    void leave() {
        bare.close();
    }

    private String joined(int number) {
        var identities = List.of(new Identity("wxd3a0000000000001", "bench-" + number));
        var member = members.join(
                        new Joining(identities, null, consents.current().version(), "h5", null, null, null, null))
                .member();
        return sessions.open(identities, member.id()).token();
    }

    @Test
    void checkIn() {
        compare("S1 check-in", 256, MEMBERS, 201, tap(), this::forget);
        compare("S1 check-in", 64, MEMBERS, 201, tap(), this::forget);
        assertThat(count("check_in")).isEqualTo(MEMBERS);
        assertThat(count("movement")).isEqualTo(MEMBERS);
    }

    @Test
    void repeatedTap() {
        forget();
        new Load(port, 64).run(MEMBERS, number -> tap().apply(number));
        compare("S2 repeated tap", 256, MEMBERS * 4, 200, tap(), () -> {});
        assertThat(count("check_in")).isEqualTo(MEMBERS);
    }

    @Test
    void cardRead() {
        compare("S4 card read", 256, MEMBERS * 2, 200, get("/api/me/card"), () -> {});
    }

    @Test
    void callback() {
        var official = jdbc.forAll(() -> channels.of("wxd3a0000000000001")).orElseThrow();
        var sealer = new Envelopes(official);
        var messages = IntStream.range(0, MEMBERS * (ROUNDS + 1))
                .mapToObj(sealer::text)
                .toList();
        var sent = new AtomicInteger();
        compare("S3 callback", 256, MEMBERS, 200, number -> messages.get(sent.getAndIncrement()), () -> {});
        assertThat(count("inbox")).isEqualTo(messages.size());
    }

    private IntFunction<Load.Request> tap() {
        return number -> new Load.Request(
                "POST", "/api/me/check-ins", "Authorization", "Bearer " + tokens.get(number % MEMBERS), NOTHING, 0);
    }

    private IntFunction<Load.Request> get(String path) {
        return number -> new Load.Request(
                "GET", path, "Authorization", "Bearer " + tokens.get(number % MEMBERS), new byte[0], 0);
    }

    private static Load.Request bareTap(int number) {
        return new Load.Request("POST", "/tap", "Member", Integer.toString(number % MEMBERS), NOTHING, 200);
    }

    private void compare(
            String path,
            int connections,
            int requests,
            int expected,
            IntFunction<Load.Request> product,
            Runnable before) {
        var ratios = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        for (int round = 0; round <= ROUNDS; round++) {
            var without = new Load(bare.port(), connections).run(requests, BenchIT::bareTap);
            before.run();
            var with = new Load(port, connections).run(requests, number -> {
                var one = product.apply(number);
                return new Load.Request(one.method(), one.path(), one.header(), one.value(), one.body(), expected);
            });
            assertThat(with.unexpected()).as(path).isEmpty();
            if (round > 0) {
                ratios.add(with.perSecond() / without.perSecond());
                cpu.add(with.cpuMicros() / without.cpuMicros());
                System.out.printf("%s at %d: product %s  bare %s%n", path, connections, words(with), words(without));
            }
        }
        System.out.printf(
                "%s at %d connections: rate x%.2f of bare, CPU x%.2f (medians of %d rounds)%n",
                path, connections, median(ratios), median(cpu), ROUNDS);
    }

    private static String words(Load.Result result) {
        return "%,.0f/s p50 %.1f ms p99 %.1f ms cpu %.0f us"
                .formatted(result.perSecond(), result.p50Millis(), result.p99Millis(), result.cpuMicros());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private void forget() {
        for (var table : List.of("check_in", "reward_grant", "entry", "lot_use", "lot", "movement", "ledger_account")) {
            database.execute("DELETE FROM " + table);
        }
        redis.getReactiveConnection().serverCommands().flushAll().block();
    }

    private long count(String table) {
        var count = database.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
        return count == null ? 0 : count;
    }
}
