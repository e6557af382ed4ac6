package io.shuke.console.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.SettableClock;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.console.staff.StaffMember;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.Refusal;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.membership.MemberId;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class ApprovalIT {

    private static final String POINTS = "/console/api/points";
    private static final String APPROVALS = "/console/api/approvals";

    /** As many as there are connections: one more would not race but wait. */
    private static final int HANDS = 8;

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Wishes wishes;

    @Autowired
    WishMapper mapper;

    @Autowired
    Ledger ledger;

    @Autowired
    SettableClock clock;

    @Autowired
    Jdbc jdbc;

    MerchantId shop = new MerchantId(1);
    MemberId wang = new MemberId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
        wang = shopkeeper.welcomes(shop, "老王").id();
    }

    @Test
    void aSecondPersonAgreesAndItIsDoneOnce() {
        var asker = shopkeeper.signedIn(shop, Role.MANAGER);
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        gives(asker, 9_990, "k1").expectStatus().isCreated();
        refused(gives(asker, 11, "k2"), 409, "approval.needed");
        refused(gives(asker, 11, "k2"), 409, "approval.needed");
        refused(gives(asker, 12, "k2"), 409, "approval.key-used");
        assertThat(points()).isEqualTo(9_990);

        var id = waiting(asker);
        owner.get(APPROVALS)
                .expectBody()
                .jsonPath("$.waiting")
                .isEqualTo(1)
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].amount")
                .isEqualTo(11)
                .jsonPath("$.items[0].askedBy")
                .isEqualTo("manager");
        refused(asker.post(APPROVALS + "/" + id + "/approval", "{}"), 403, "approval.own");
        owner.post(APPROVALS + "/" + id + "/approval", "{\"reason\": \"看过小票\"}")
                .expectStatus()
                .isOk();
        owner.post(APPROVALS + "/" + id + "/approval", "{}").expectStatus().isOk();
        refused(owner.post(APPROVALS + "/" + id + "/refusal", "{\"reason\": \"晚了\"}"), 409, "approval.decided");

        assertThat(points()).isEqualTo(10_001);
        gives(asker, 11, "k2").expectStatus().isCreated();
        assertThat(points()).isEqualTo(10_001);
        asker.get(APPROVALS)
                .expectBody()
                .jsonPath("$.waiting")
                .isEqualTo(0)
                .jsonPath("$.items[0].state")
                .isEqualTo("APPROVED")
                .jsonPath("$.items[0].reason")
                .isEqualTo("看过小票");
    }

    @Test
    void aNoNeedsAReasonAndIsTheEnd() {
        var asker = shopkeeper.signedIn(shop, Role.MANAGER);
        var other = shopkeeper.signedIn(shop, Role.MANAGER);
        gives(asker, -10_001, "k1");
        var id = waiting(asker);

        refused(other.post(APPROVALS + "/" + id + "/refusal", "{\"reason\": \" \"}"), 400, "approval.bad-note");
        other.post(APPROVALS + "/" + id + "/refusal", "{\"reason\": \"没有依据\"}")
                .expectStatus()
                .isOk();
        refused(other.post(APPROVALS + "/" + id + "/approval", "{}"), 409, "approval.decided");
        refused(gives(asker, -10_001, "k1"), 409, "approval.refused");
        assertThat(points()).isZero();
    }

    @Test
    void whatNobodyDecidesIsOverAfterAWeek() {
        var asker = shopkeeper.hires(shop, Role.MANAGER);
        var other = shopkeeper.hires(shop, Role.OWNER);
        assertThat(take(asker, 20_000, "k1")).isEqualTo(Approval.State.WAITING);
        var id = newest();
        clock.advance(Duration.ofDays(7));

        assertThat(decide(other, id)).isEqualTo("approval.expired");
        assertThat(take(asker, 20_000, "k1")).isEqualTo(Approval.State.EXPIRED);
        assertThat(points()).isZero();
    }

    @Test
    void aDeedThatIsNoLongerPossibleGoesOnWaiting() {
        var asker = shopkeeper.hires(shop, Role.MANAGER);
        take(asker, -20_000, "k1");

        assertThat(decide(shopkeeper.hires(shop, Role.OWNER), newest())).isEqualTo("points.insufficient");
        assertThat(take(asker, -20_000, "k1")).isEqualTo(Approval.State.WAITING);
    }

    @Test
    void twoHundredHandsApproveOneMovement() throws Exception {
        var asker = shopkeeper.hires(shop, Role.MANAGER);
        var owner = shopkeeper.hires(shop, Role.OWNER);
        var other = shopkeeper.hires(shop, Role.MANAGER);
        take(asker, 20_000, "k1");
        var id = newest();

        race(i -> () -> decide(i % 2 == 0 ? owner : other, id));

        assertThat(points()).isEqualTo(20_000);
    }

    @Test
    void smallStepsAtOnceDoNotGoPastTheLimit() throws Exception {
        var asker = shopkeeper.hires(shop, Role.MANAGER);

        race(i -> () -> take(asker, 100, "k" + i).name());

        assertThat(points()).isEqualTo(10_000);
    }

    @Test
    void everyKindHasItsLimitAtItsDesk() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        limits(owner, 0, 0).expectStatus().isOk();
        refused(limits(owner, 0, 5), 409, "approval.limits-changed");
        var member = "\"memberId\": \"%s\"".formatted(wang);

        refused(gives(owner, 1, "k1"), 409, "approval.needed");
        refused(
                owner.post("/console/api/balance", "{" + member + ", \"change\": 1, \"note\": \"补\", \"key\": \"k1\"}"),
                409,
                "approval.needed");
        refused(
                owner.post("/console/api/balance/refunds", "{" + member + ", \"amountFen\": 1, \"reason\": \"退\"}"),
                409,
                "approval.needed");
        refused(
                owner.post(
                        "/console/api/balance/charges",
                        "{" + member + ", \"payFen\": 1, \"giftFen\": 0, \"reason\": \"充\", \"key\": \"charge-01\"}"),
                409,
                "approval.needed");
        refused(
                owner.post("/console/api/coupons", "{" + member + ", \"offerId\": \"1\", \"reason\": \"送\"}"),
                409,
                "approval.needed");
        owner.get(APPROVALS)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(5)
                .jsonPath("$.waiting")
                .isEqualTo(0);
        shopkeeper
                .signedIn(shop, Role.CASHIER)
                .get(APPROVALS)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void anotherShopsWishIsNotThere() {
        take(shopkeeper.hires(shop, Role.MANAGER), 20_000, "k1");
        var stranger = shopkeeper.signedIn(shopkeeper.opens(), Role.OWNER);

        refused(stranger.post(APPROVALS + "/" + newest() + "/approval", "{}"), 404, "approval.unknown");
        stranger.get(APPROVALS).expectBody().jsonPath("$.items.length()").isEqualTo(0);
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec gives(
            Browser browser, long change, String key) {
        return browser.post(POINTS, """
                {"memberId": "%s", "change": %d, "note": "补偿", "key": "%s"}""".formatted(wang, change, key));
    }

    private static org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec limits(
            Browser owner, int version, int limit) {
        return owner.put(APPROVALS + "/limits", """
                {"version": %d, "points": %d, "balanceFen": %d, "refundFen": %d, "chargeFen": %d, "coupons": %d,
                 "secondFactor": false}""".formatted(version, limit, limit, limit, limit, limit));
    }

    private static void refused(
            org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private String waiting(Browser browser) {
        assertThat(browser.cookie()).isNotNull();
        return Long.toString(newest());
    }

    private long newest() {
        return jdbc.within(shop, () -> mapper.before(Long.MAX_VALUE, null, 1))
                .get(0)
                .id();
    }

    private Approval.State take(StaffMember staff, long points, String key) {
        return jdbc.within(shop, () -> wishes.take(staff.id(), new Deed(Kind.POINTS, wang, points, 0, "补偿"), key));
    }

    /** The code of the no, or the state. */
    private String decide(StaffMember staff, long id) {
        try {
            return jdbc.within(shop, () -> wishes.decide(staff.id(), id, Approval.State.APPROVED, ""))
                    .state()
                    .name();
        } catch (Refusal no) {
            return no.code();
        }
    }

    private long points() {
        return jdbc.within(shop, () -> ledger.balances(wang)).getOrDefault(Asset.POINTS, 0L);
    }

    private static void race(java.util.function.IntFunction<Callable<String>> work)
            throws InterruptedException, ExecutionException {
        var hands = Executors.newFixedThreadPool(HANDS);
        try {
            for (var one :
                    hands.invokeAll(IntStream.range(0, 200).mapToObj(work).toList())) {
                one.get();
            }
        } finally {
            hands.shutdownNow();
        }
    }
}
