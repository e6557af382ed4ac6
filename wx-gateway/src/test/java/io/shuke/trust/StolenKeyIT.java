package io.shuke.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.OpenShop;
import io.shuke.journey.Answer;
import io.shuke.journey.Door;
import io.shuke.journey.Guest;
import io.shuke.journey.Till;
import io.shuke.marketing.till.OpeningHours;
import io.shuke.marketing.till.TillAlarms;
import io.shuke.marketing.till.TillCaps;
import io.shuke.marketing.till.TillKeys;
import io.shuke.marketing.till.TillRefusal;
import io.shuke.marketing.till.TillScope;
import io.shuke.marketing.till.TillTerms;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who has a key that is not his drains no shop with it, and gets nowhere else. */
@OpenShop
class StolenKeyIT {

    private static final MerchantId SHOP = new MerchantId(1);
    /** 10 000 at length. */
    private static final int DRAINS = Integer.getInteger("drains", 400);

    private static final int CROSSED = Integer.getInteger("crossed", 500);

    private final Door door;
    private final Till till;

    @Autowired
    TillKeys keys;

    @Autowired
    TillAlarms alarms;

    @Autowired
    Merchants merchants;

    @Autowired
    Ids ids;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    StolenKeyIT(@LocalServerPort int port) {
        this.door = new Door(port);
        this.till = new Till(door);
    }

    private Till till(MerchantId shop, long store, TillCaps caps) {
        var terms = new TillTerms("偷来的", store, Set.of(TillScope.values()), caps, OpeningHours.ALWAYS);
        var issued = jdbc.within(shop, () -> keys.issue(terms));
        return new Till(door, issued.id().toString(), issued.secret().value(), Long.toString(store));
    }

    @Test
    void moneyStopsAtTheCapAndTheOwnerHearsOfIt() {
        var caps = new TillCaps(2_000, 100_000, 1_000_000, 0, 0, 0);
        var stolen = till(SHOP, Long.parseLong(till.store()), caps);

        var answers = IntStream.range(0, DRAINS)
                .mapToObj(n -> stolen.begin(stolen.sign(
                        "/till/v1/bills",
                        stolen.bill("drain-" + ids.next(), "", ",\"paidFen\":2000"),
                        UUID.randomUUID().toString())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(50);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Answer::code)
                .containsOnly("till.cap-reached");
        assertThat(raised(stolen)).containsExactly(TillRefusal.Cap.HOUR_AMOUNT);
    }

    @Test
    void pointsStopAtTheCapWhoeverIsScanned() {
        var caps = new TillCaps(1_000_000, 10_000_000, 10_000_000, 20, 60, 1_000);
        var stolen = till(SHOP, Long.parseLong(till.store()), caps);
        var answers = new ArrayList<Answer>();
        for (int n = 0; n < 3; n++) {
            var member = stolen.meet(door.member());
            for (int bill = 0; bill < 2; bill++) {
                answers.add(
                        stolen.post("/till/v1/bills", stolen.bill("earn-" + ids.next(), member, ",\"paidFen\":2000")));
            }
        }

        assertThat(answers).extracting(Answer::status).containsExactly(201, 201, 201, 403, 403, 403);
        assertThat(raised(stolen)).containsExactly(TillRefusal.Cap.HOUR_POINTS);
    }

    private List<TillRefusal.Cap> raised(Till stolen) {
        return jdbc.within(SHOP, alarms::recent).stream()
                .filter(alarm -> alarm.key().toString().equals(stolen.key()))
                .map(alarm -> alarm.cap())
                .toList();
    }

    /** Another store of the shop, another shop's store, bills and members: nothing of it opens. */
    @Test
    void aKeyIsGoodForItsOwnStoreAndShopAndNothingElse() {
        var second = ids.next();
        jdbc.within(SHOP, () -> {
            merchants.openStore(new Store(second, "二店", "对面", "s" + second));
            return true;
        });
        var next = new MerchantId(ids.next());
        var foreignStore = ids.next();
        jdbc.within(next, () -> {
            merchants.open(new Merchant(next, "隔壁", ZoneId.of("Asia/Shanghai")));
            merchants.openStore(new Store(foreignStore, "隔壁", "隔壁", "next-door"));
            return true;
        });
        var tills = List.of(till(SHOP, second, TillCaps.USUAL), till(next, foreignStore, TillCaps.USUAL));
        var bill = till.post("/till/v1/bills", till.bill("own-" + ids.next(), "", ",\"paidFen\":2000"))
                .at("/id");
        var guest = door.member();
        var member = till.meet(guest);
        var bills = count("bill");
        var refunds = count("bill_refund");

        for (int n = 0; n < CROSSED; n++) {
            var one = tills.get(n % 2);
            var answer = crossed(one, n % 10, bill, member, guest);
            assertThat(answer.status()).as(n + " " + answer).isIn(400, 403, 404, 409);
            assertThat(answer.text()).doesNotContain(guest.phone());
        }

        assertThat(count("bill")).isEqualTo(bills);
        assertThat(count("bill_refund")).isEqualTo(refunds);
    }

    private Answer crossed(Till one, int way, String bill, String member, Guest guest) {
        var order = "cross-" + ids.next();
        return switch (way / 2) {
            case 0 ->
                one.post(
                        "/till/v1/bills",
                        one.bill(order, "", ",\"paidFen\":2000").replace(one.store(), till.store()));
            case 1 -> one.post("/till/v1/bills/" + bill + "/refunds", "{\"orderNo\":\"R\",\"amountFen\":1}");
            case 2 -> one.post("/till/v1/bills", one.bill(order, member, ",\"paidFen\":2000"));
            case 3 -> one.post("/till/v1/bills", one.bill(order, member, ",\"balanceFenToSpend\":1,\"paidFen\":1999"));
            default -> one.post("/till/v1/scans", "{\"code\":\"" + "0".repeat(20) + "\"}");
        };
    }

    private long count(String table) {
        var count = database.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
        return count == null ? 0 : count;
    }
}
