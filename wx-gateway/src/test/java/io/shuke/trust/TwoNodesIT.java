package io.shuke.trust;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shuke.OpenShop;
import io.shuke.OtherNode;
import io.shuke.Wire;
import io.shuke.journey.Answer;
import io.shuke.journey.Door;
import io.shuke.journey.Guest;
import io.shuke.journey.Till;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.marketing.coupon.CouponBatch;
import io.shuke.marketing.coupon.CouponBatches;
import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.NewBatch;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Terms;
import io.shuke.marketing.coupon.Validity;
import io.shuke.marketing.coupon.Way;
import io.shuke.marketing.till.IssuedTillKey;
import io.shuke.marketing.till.OpeningHours;
import io.shuke.marketing.till.TillCaps;
import io.shuke.marketing.till.TillKeys;
import io.shuke.marketing.till.TillScope;
import io.shuke.marketing.till.TillTerms;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What holds when the program runs twice, as two processes, and when one of them is killed. */
@OpenShop
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {

    private static final MerchantId SHOP = new MerchantId(1);
    private static final int WIDE = 200;
    private static final int REPLAYS = Integer.getInteger("replays", 200);

    private final Door here;
    private final Till till;

    @Autowired
    ApplicationContext program;

    @Autowired
    TillKeys keys;

    @Autowired
    Offers offers;

    @Autowired
    CouponBatches batches;

    @Autowired
    Merchants merchants;

    @Autowired
    Ids ids;

    @Autowired
    Jdbc jdbc;

    @Autowired
    ReactiveRedisConnectionFactory redis;

    @Autowired
    @Qualifier("databaseWire")
    Wire wire;

    private OtherNode other;
    /** The database past the wire, for what is to be seen while that is cut. */
    private JdbcTemplate past;

    TwoNodesIT(@LocalServerPort int port) {
        this.here = new Door(port);
        this.till = new Till(here);
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        other = new OtherNode(program, folder);
        var direct = program.getBean("schema", JdbcConnectionDetails.class);
        past = new JdbcTemplate(new DriverManagerDataSource(
                direct.getJdbcUrl(),
                requireNonNull(direct.getUsername()),
                requireNonNullElse(direct.getPassword(), "")));
    }

    @AfterAll
    void stop() {
        other.close();
    }

    private IssuedTillKey key(long store) {
        var terms = new TillTerms("前台", store, Set.of(TillScope.values()), TillCaps.USUAL, OpeningHours.ALWAYS);
        return jdbc.within(SHOP, () -> keys.issue(terms));
    }

    private static Till at(Door door, IssuedTillKey key, long store) {
        return new Till(door, key.id().toString(), key.secret().value(), Long.toString(store));
    }

    private long secondStore() {
        var store = ids.next();
        jdbc.within(SHOP, () -> {
            merchants.openStore(new Store(store, "二店", "对面", "s" + store));
            return true;
        });
        return store;
    }

    @Test
    void twoHundredRedemptionsAtTwoStoresOverTwoNodesAreOne() {
        var guest = here.member();
        var code = voucher(guest);
        var tills = new ArrayList<Till>();
        var member = "";
        for (var store : List.of(Long.parseLong(till.store()), secondStore())) {
            for (int staff = 0; staff < 2; staff++) {
                var key = key(store);
                tills.add(at(here, key, store));
                tills.add(at(other.door(), key, store));
                member = at(here, key, store).meet(guest);
            }
        }
        var whose = member;

        var answers = IntStream.range(0, WIDE)
                .mapToObj(n -> {
                    var one = tills.get(n % tills.size());
                    return one.begin(one.sign("/till/v1/bills", bill(one, whose, code), "C3-" + n));
                })
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(WIDE - 1)
                .allSatisfy(refused -> {
                    assertThat(refused.code()).isEqualTo("coupon.redeemed");
                    assertThat(refused.at("/detail")).containsPattern("店").containsPattern("\\d\\d:\\d\\d");
                });
    }

    private static String bill(Till one, String member, String coupon) {
        var more = ",\"couponCodes\":[\"" + coupon + "\"],\"paidFen\":1500";
        return one.bill(UUID.randomUUID().toString(), member, more);
    }

    private String voucher(Guest guest) {
        var offer = jdbc.within(SHOP, () -> offers.create(fiveYuan(1L), "staff:1"))
                .offer()
                .id();
        return guest.call("POST", "/api/offers/" + offer + "/claims", null).at("/code");
    }

    private static NewOffer fiveYuan(@Nullable Long stock) {
        var terms = Terms.plain(new Validity.Relative(0, 30));
        return new NewOffer("券", new Benefit.Voucher(500), terms, Giving.by(1, Way.CLAIM), stock);
    }

    @Test
    void aRevokedKeyIsDeadOnBothWithinFiveSeconds() {
        var store = Long.parseLong(till.store());
        var key = key(store);
        var both = List.of(at(here, key, store), at(other.door(), key, store));
        both.forEach(one -> assertThat(settled(one)).isEqualTo(201));

        jdbc.within(SHOP, () -> {
            keys.revoke(key.id());
            return true;
        });
        var revoked = System.nanoTime();

        for (var one : both) {
            await().atMost(Duration.ofSeconds(8)).until(() -> settled(one) == 401);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - revoked)).isLessThan(Duration.ofSeconds(5));
        both.forEach(one -> assertThat(settled(one)).isEqualTo(401));
    }

    private static int settled(Till one) {
        return one.post("/till/v1/bills", one.bill(UUID.randomUUID().toString(), "", ",\"paidFen\":2000"))
                .status();
    }

    /** Whatever node it comes to, whatever becomes of Redis and of the node. */
    @Test
    void aSignedRequestIsGoodOnceOnBothNodesAndAfterARestart() {
        var elsewhere = new Till(other.door(), till.key(), till.secret(), till.store());
        var request = till.sign(
                "/till/v1/bills",
                till.bill(UUID.randomUUID().toString(), "", ",\"paidFen\":2000"),
                UUID.randomUUID().toString());
        assertThat(till.send(request).status()).isEqualTo(201);
        var bills = bills();

        refused(till, request, REPLAYS / 2);
        refused(elsewhere, request, REPLAYS / 2);
        redis.getReactiveConnection().serverCommands().flushAll().block(Duration.ofSeconds(5));
        refused(elsewhere, request, REPLAYS / 4);
        other.kill();
        other.door();
        refused(elsewhere, request, REPLAYS / 4);

        assertThat(bills()).isEqualTo(bills);
    }

    private static void refused(Till at, Till.Signed request, int times) {
        var answers = IntStream.range(0, times).mapToObj(n -> at.send(request)).toList();
        assertThat(answers).extracting(Answer::code).containsOnly("till.nonce-used");
    }

    private long bills() {
        return count("SELECT COUNT(*) FROM bill WHERE merchant_id = ?", SHOP);
    }

    @Test
    void aBatchWhoseNodeIsKilledGoesOnAndGivesEverybodyOne() {
        killedInTheMiddle(10_000);
    }

    @Test
    @Tag("slow")
    void aBatchOfAHundredThousandWhoseNodeIsKilledGoesOnAndGivesEverybodyOne() {
        killedInTheMiddle(100_000);
    }

    /** The other node works alone, because this one is cut off its database; then it is killed and this one goes on. */
    private void killedInTheMiddle(int many) {
        var shop = new MerchantId(ids.next());
        jdbc.within(shop, () -> {
            merchants.open(new Merchant(shop, "大店", ZoneId.of("Asia/Shanghai")));
            return true;
        });
        enrol(shop, many);
        other.door();
        jdbc.within(shop, () -> {
            var offer = offers.create(fiveYuan(null), "staff:1").offer();
            var soon = Instant.now(Clock.systemUTC()).plusSeconds(2);
            return batches.start(new NewBatch(offer.id(), Way.BULK, null, soon, "all", "staff:1"));
        });
        wire.cut();
        long before;
        try {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> issued(shop) > many / 5);
            other.kill();
            before = issued(shop);
        } finally {
            wire.mend();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> here.get("/api/shop?merchant=1").status() == 200);
        }
        assertThat(before).as("killed in the middle").isBetween(many / 5L, many - 1L);

        await().atMost(Duration.ofMinutes(5))
                .until(() -> jdbc.within(shop, batches::due).isEmpty());
        var batch = jdbc.within(shop, () -> batches.page(null, 1)).items().get(0);
        assertThat(batch.state()).isEqualTo(CouponBatch.State.DONE);
        assertThat(batch.issued()).isEqualTo(many);
        assertThat(issued(shop)).isEqualTo(many);
        assertThat(count("SELECT COUNT(DISTINCT member_id) FROM coupon WHERE merchant_id = ?", shop))
                .isEqualTo(many);
    }

    private long issued(MerchantId shop) {
        return count("SELECT COUNT(*) FROM coupon WHERE merchant_id = ?", shop);
    }

    /** Members by the thousand, as an import would write them. */
    private void enrol(MerchantId shop, int many) {
        for (int from = 0; from < many; from += 1_000) {
            var rows = IntStream.range(from, Math.min(many, from + 1_000))
                    .mapToObj(
                            n -> "(%d, %d, '%010d', 'ACTIVE', UTC_TIMESTAMP(6))".formatted(shop.value(), ids.next(), n))
                    .collect(Collectors.joining(","));
            past.update("INSERT INTO member (merchant_id, id, number, state, joined_at) VALUES " + rows);
        }
    }

    private long count(String sql, MerchantId shop) {
        var count = past.queryForObject(sql, Long.class, shop.value());
        return count == null ? 0 : count;
    }
}
