package io.shuke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.Shuke;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Terms;
import io.shuke.marketing.coupon.Validity;
import io.shuke.marketing.coupon.Way;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The customer's paths beside the bare stack, in turn, in one process, over connections that stay open. Absolute figures
 * say something about the machine of the day; the ratios say something about us. Short by default; {@code
 * -Dbench.members=20000} takes its time.
 */
@Tag("bench")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
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
@Import({Days.Configuration.class, Visitors.class})
class BenchIT {

    private static final MerchantId SHOP = new MerchantId(1);
    private static final int MEMBERS = Integer.getInteger("bench.members", 3000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    /**
     * Both sides run as often before they are measured: compiled code is compared with compiled code. After 8 rounds of
     * 3000 the compiler is still at work, and the longer path suffers more from that.
     */
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 30);

    /** Shorter than a session lives. */
    private static final int DAYS_OF_A_SESSION = 20;

    private static final int RUSH = Integer.getInteger("bench.rush", 20_000);
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    @Value("${local.server.port}")
    int port;

    @Autowired
    Jdbc jdbc;

    @Autowired
    Visitors visitors;

    @Autowired
    Channels channels;

    @Autowired
    Offers offers;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Days clock;

    @Autowired
    ReactiveRedisConnectionFactory redis;

    private Bare bare;

    @BeforeAll
    void gather() {
        bare = new Bare(redis);
        visitors.join(SHOP, MEMBERS);
    }

    @AfterAll
    void leave() {
        bare.close();
    }

    @Test
    @Order(1)
    void cardRead() {
        compare("S4 card read", 256, MEMBERS, 200, get("/api/me/card"), () -> {});
    }

    @Test
    @Order(2)
    void repeatedTap() {
        try (var first = new Load(port, 64)) {
            first.run(MEMBERS, tap());
        }
        compare("S2 repeated tap", 256, MEMBERS, 200, tap(), () -> {});
        assertThat(count("check_in")).isEqualTo(MEMBERS);
    }

    @Test
    @Order(3)
    void callback() {
        var official = jdbc.forAll(() -> channels.of("wxd3a0000000000001")).orElseThrow();
        var sealer = new Envelopes(official);
        var messages = IntStream.range(0, MEMBERS * (WARM_UP + ROUNDS))
                .mapToObj(sealer::text)
                .toList();
        var sent = new AtomicInteger();
        compare("S3 callback", 256, MEMBERS, 200, number -> messages.get(sent.getAndIncrement()), () -> {});
        assertThat(count("inbox")).isEqualTo(messages.size());
    }

    /** 500 coupons, each round of another offer; whoever comes too late is refused, and so is everybody after that. */
    @Test
    @Order(5)
    void claimRush() {
        var before = count("coupon");
        var rush = new ArrayList<Round>();
        var soldOut = new ArrayList<Round>();
        try (var bareLoad = new Load(bare.port(), 256);
                var ownLoad = new Load(port, 256)) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                var claims = claims(offer());
                var without = bareLoad.run(RUSH, BenchIT::bareTap);
                var with = ownLoad.run(RUSH, claims);
                var refused = ownLoad.run(RUSH, claims);
                assertThat(with.unexpected()).isEqualTo(Map.of(201, 500L));
                assertThat(refused.unexpected()).isEmpty();
                if (round >= 0) {
                    rush.add(new Round(with, without));
                    soldOut.add(new Round(refused, without));
                    System.out.printf(
                            "S5 claim rush: product %s  sold out %s  bare %s%n",
                            words(with), words(refused), words(without));
                }
            }
        }
        assertThat(count("coupon") - before).isEqualTo(500L * (WARM_UP + ROUNDS));
        System.out.printf(
                "S5 claim rush: rate x%.2f of bare, sold out x%.2f (medians of %d rounds)%n",
                median(rush, Load.Result::perSecond), median(soldOut, Load.Result::perSecond), ROUNDS);
    }

    private long offer() {
        var terms = Terms.plain(new Validity.Relative(0, 30));
        var asked = new NewOffer("券", new Benefit.Voucher(500), terms, Giving.by(1, Way.CLAIM), 500L);
        return jdbc.within(SHOP, () -> offers.create(asked, "bench")).offer().id();
    }

    private IntFunction<Load.Request> claims(long offer) {
        return number -> new Load.Request(
                "POST",
                "/api/offers/" + offer + "/claims",
                "Authorization",
                "Bearer " + visitors.token(number),
                NOTHING,
                409);
    }

    /** Each round is the shop's next day: members have a history, streaks grow, and the steps of the plan are reached. */
    @Test
    @Order(4)
    void checkIn() {
        compare("S1 check-in", 256, MEMBERS, 201, tap(), this::nextDay);
        compare("S1 check-in", 64, MEMBERS, 201, tap(), this::nextDay);
        assertThat(count("check_in")).isEqualTo((long) MEMBERS * clock.days());
        assertThat(count("movement")).isEqualTo((long) MEMBERS * clock.days());
    }

    private void nextDay() {
        clock.nextDay();
        if (clock.days() % DAYS_OF_A_SESSION == 0) {
            visitors.openSessions(SHOP);
        }
    }

    private IntFunction<Load.Request> tap() {
        return number -> new Load.Request(
                "POST", "/api/me/check-ins", "Authorization", "Bearer " + visitors.token(number), NOTHING, 0);
    }

    private IntFunction<Load.Request> get(String path) {
        return number ->
                new Load.Request("GET", path, "Authorization", "Bearer " + visitors.token(number), new byte[0], 0);
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
        var rounds = new ArrayList<Round>();
        try (var bareLoad = new Load(bare.port(), connections);
                var ownLoad = new Load(port, connections)) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                var without = bareLoad.run(requests, BenchIT::bareTap);
                before.run();
                var with = ownLoad.run(requests, number -> product.apply(number).expecting(expected));
                assertThat(with.unexpected()).as(path).isEmpty();
                assertThat(without.unexpected()).as("bare").isEmpty();
                if (round >= 0) {
                    rounds.add(new Round(with, without));
                    System.out.printf(
                            "%s at %d: product %s  bare %s%n", path, connections, words(with), words(without));
                }
            }
        }
        System.out.printf(
                "%s at %d connections: rate x%.2f of bare, p99 x%.2f, CPU x%.2f, with servers x%.2f (medians of %d rounds)%n",
                path,
                connections,
                median(rounds, Load.Result::perSecond),
                median(rounds, Load.Result::p99Millis),
                median(rounds, Load.Result::cpuMicros),
                median(rounds, Load.Result::allCpuMicros),
                ROUNDS);
    }

    private record Round(Load.Result with, Load.Result without) {}

    private static double median(List<Round> rounds, ToDoubleFunction<Load.Result> figure) {
        return rounds.stream()
                .map(round -> figure.applyAsDouble(round.with()) / figure.applyAsDouble(round.without()))
                .sorted()
                .toList()
                .get(rounds.size() / 2);
    }

    private static String words(Load.Result result) {
        return "%,.0f/s p50 %.1f ms p99 %.1f ms cpu %.0f us all %.0f us"
                .formatted(
                        result.perSecond(),
                        result.p50Millis(),
                        result.p99Millis(),
                        result.cpuMicros(),
                        result.allCpuMicros());
    }

    private long count(String table) {
        var count = database.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
        return count == null ? 0 : count;
    }
}
