package io.shuke.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.audit.Act;
import io.shuke.console.audit.AuditTrail;
import io.shuke.console.audit.Doors;
import io.shuke.console.staff.Role;
import io.shuke.console.staff.StaffId;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ledger.SelfCheck;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ShopTest
class AuditIT {

    private static final String AUDIT = "/console/api/audit";

    /** As many as there are connections: one more would not race but wait. */
    private static final int HANDS = 8;

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    AuditTrail trail;

    @Autowired
    SelfCheck check;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void everyWritingDeskIsPutIntoWords() {
        assertThat(WritingDoors.ALL)
                .extracting(AuditIT::door)
                .allSatisfy(door -> assertThat(Doors.named(door)).as(door).isTrue());
    }

    @Test
    void noWritingDeskIsUsedUnseen() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        for (var right : WritingDoors.ALL) {
            var leaves = right.path().equals(Browser.SESSIONS);
            (leaves ? shopkeeper.signedIn(shop, Role.OWNER) : owner).send(right.method(), anyOf(right), "{}");
        }

        assertThat(database.queryForList(
                        "SELECT door FROM audit_entry WHERE merchant_id = ? AND asks IS NULL",
                        String.class,
                        shop.value()))
                .containsExactlyElementsOf(WritingDoors.ALL.stream()
                        .map(AuditIT::door)
                        .filter(Doors::writes)
                        .toList());
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry a WHERE merchant_id = ? AND asks IS NULL AND NOT EXISTS"
                                + " (SELECT 1 FROM audit_entry o WHERE o.merchant_id = a.merchant_id AND o.asks = a.seq)",
                        Long.class,
                        shop.value()))
                .isZero();
    }

    @Test
    void tellsWhoDidWhatAndWhatCameOfIt() {
        var wang = shopkeeper.welcomes(shop, "老王");
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        manager.post("/console/api/points", """
                {"memberId": "%s", "change": 30, "note": "等位 13912345678", "key": "k1"}""".formatted(wang.id()))
                .expectStatus()
                .isCreated();
        manager.post("/console/api/points", """
                {"memberId": "%s", "change": -31, "note": "错了", "key": "k2"}""".formatted(wang.id()))
                .expectStatus()
                .isEqualTo(409);

        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        owner.get(AUDIT)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].outcome")
                .isEqualTo("REFUSED")
                .jsonPath("$.items[0].refusal")
                .isEqualTo("points.insufficient")
                .jsonPath("$.items[1].outcome")
                .isEqualTo("DONE")
                .jsonPath("$.items[1].text")
                .isEqualTo("手工调整积分")
                .jsonPath("$.items[1].name")
                .isEqualTo("manager")
                .jsonPath("$.items[1].objectKind")
                .isEqualTo("members")
                .jsonPath("$.items[1].objectId")
                .isEqualTo(wang.id().toString());
        owner.get(AUDIT + "/1")
                .expectBody()
                .jsonPath("$.told.change")
                .isEqualTo(30)
                .jsonPath("$.told.note")
                .doesNotExist();
        manager.get(AUDIT).expectStatus().isForbidden();
        shopkeeper
                .signedIn(shopkeeper.opens(), Role.OWNER)
                .get(AUDIT + "/1")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void showsARuleBeforeAndAfter() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        plan(owner, 8, 0);
        plan(owner, 9, 1);

        owner.get(AUDIT + "/3")
                .expectBody()
                .jsonPath("$.rule")
                .isEqualTo(true)
                .jsonPath("$.before.pointsADay")
                .isEqualTo(8)
                .jsonPath("$.told.pointsADay")
                .isEqualTo(9);
    }

    private static void plan(Browser owner, int points, int version) {
        owner.put("/console/api/check-in-plan", """
                {"pointsADay": %d, "steps": [], "makeUpsAMonth": 0, "makeUpCost": 0, "version": %d}""".formatted(points, version))
                .expectStatus()
                .isOk();
    }

    @Test
    void manyAtOnceStandInOneRow() throws Exception {
        var hands = Executors.newFixedThreadPool(HANDS);
        try {
            var all = IntStream.range(0, 200)
                    .mapToObj(i -> hands.submit(() -> jdbc.within(shop, () -> trail.begin(act()))))
                    .toList();
            for (var one : all) {
                one.get();
            }
        } finally {
            hands.shutdownNow();
        }
        verdict().jsonPath("$.rows").isEqualTo(200).jsonPath("$.broken").doesNotExist();
    }

    @Test
    void findsTheRowThatSomebodyChanged() {
        begin(5);
        database.update(
                "UPDATE audit_entry SET details = '{\"change\":3}' WHERE merchant_id = ? AND seq = 3", shop.value());

        verdict().jsonPath("$.broken").isEqualTo(3).jsonPath("$.words").isEqualTo("第 3 行被人改过，或者它前面有记录被换掉了。");
        assertThat(jdbc.within(shop, check::run))
                .anySatisfy(found -> assertThat(found.subject()).isEqualTo(3));
    }

    @Test
    void findsTheRowThatSomebodyTookAway() {
        begin(5);
        database.update("DELETE FROM audit_entry WHERE merchant_id = ? AND seq = 2", shop.value());

        verdict().jsonPath("$.broken").isEqualTo(2);
    }

    @Test
    void findsThatTheEndWasCutOff() {
        begin(5);
        database.update("DELETE FROM audit_entry WHERE merchant_id = ? AND seq >= 4", shop.value());

        verdict().jsonPath("$.broken").isEqualTo(4);
    }

    private void begin(int acts) {
        for (int i = 0; i < acts; i++) {
            jdbc.within(shop, () -> trail.begin(act()));
        }
    }

    private org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec verdict() {
        return shopkeeper
                .signedIn(shop, Role.OWNER)
                .get(AUDIT + "/verification")
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static Act act() {
        return new Act(
                new StaffId(1), Role.OWNER, "POST /console/api/points", "/console/api/points", "{\"change\": 1}", "r");
    }

    private static String door(Right right) {
        return right.method() + " " + right.path();
    }

    private static String anyOf(Right right) {
        return right.path().replaceAll("\\{[a-z]+}", "1");
    }
}
