package io.shuke.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.OpenShop;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Terms;
import io.shuke.marketing.coupon.Validity;
import io.shuke.marketing.coupon.Way;
import io.shuke.marketing.referral.Commission;
import io.shuke.marketing.referral.ReferralPlan;
import io.shuke.marketing.referral.ReferralPlans;
import io.shuke.marketing.referral.Rewarding;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A member brings a friend, who buys, and perhaps brings it back. */
@OpenShop
class ReferralIT {

    private static final MerchantId SHOP = new MerchantId(1);

    private final Door door;
    private final Till till;
    private String offer = "";

    @Autowired
    Offers offers;

    @Autowired
    ReferralPlans plans;

    @Autowired
    Rewarding rewarding;

    @Autowired
    Clock clock;

    @Autowired
    Jdbc jdbc;

    ReferralIT(@LocalServerPort int port) {
        this.door = new Door(port);
        this.till = new Till(door);
    }

    @BeforeEach
    void promise() {
        var promised = jdbc.within(
                        SHOP,
                        () -> offers.create(
                                new NewOffer(
                                        "邀请 3 元券",
                                        new Benefit.Voucher(300),
                                        Terms.plain(new Validity.Relative(0, 30)),
                                        Giving.by(0, Way.REFERRAL),
                                        null),
                                "staff:1"))
                .offer()
                .id();
        offer = Long.toString(promised);
        plan(new ReferralPlan(true, promised, promised, 1_000, 7, 50, 500, 500, new Commission(List.of(50), 1)));
    }

    /** Other tests share the shop. */
    @AfterEach
    void promiseNothing() {
        plan(ReferralPlan.none());
    }

    private void plan(ReferralPlan plan) {
        jdbc.within(SHOP, () -> plans.change(plan, plans.newest().number(), "staff:1"));
    }

    @Test
    void bothGetACouponAfterTheReturnPeriodAndLoseItWithARefund() {
        var inviter = door.member();
        var invite = inviter.get("/api/me/invite");
        assertThat(invite.status()).as(invite.toString()).isEqualTo(200);
        assertThat(invite.at("/link")).endsWith("/h5/?shop=1&invite=" + invite.at("/code"));
        var friend = door.stranger();
        friend.logIn();
        friend.join(",\"inviteCode\":\"" + invite.at("/code") + "\"");
        assertThat(friends(inviter)).contains("\"state\":\"JOINED\"", "**");

        var bill = buy(friend);
        assertThat(friends(inviter)).contains("\"state\":\"BOUGHT\"", "\"dueOn\":\"" + today().plusDays(7) + "\"");
        rewarded(6);
        assertThat(coupons(inviter)).isZero();
        rewarded(7);
        assertThat(coupons(inviter)).isOne();
        assertThat(coupons(friend)).isOne();
        assertThat(friend.get("/api/me/invite").at("/invited/state")).isEqualTo("REWARDED");
        var commission = inviter.get("/api/me/invite").json().path("commission");
        assertThat(commission.path("waitingFen").asLong())
                .as("he has not bought himself")
                .isZero();
        assertThat(commission.path("visits").asInt()).isZero();

        var refund = till.post("/till/v1/bills/" + bill + "/refunds", "{\"orderNo\":\"R1\",\"amountFen\":2000}");
        assertThat(refund.status()).as(refund.toString()).isEqualTo(201);
        assertThat(friends(inviter)).contains("\"state\":\"TAKEN_BACK\"");
        assertThat(coupons(inviter)).isZero();
        assertThat(coupons(friend)).isZero();
    }

    @Test
    void whoScansTheInvitationsCodeIsTheInvitersFriend() {
        var inviter = door.member();
        var scene = inviter.get("/api/me/invite").at("/scene");
        var friend = door.stranger();
        friend.scan(scene);
        friend.logIn();

        friend.join(",\"scene\":\"" + scene + "\"");

        assertThat(friends(inviter)).contains("\"state\":\"JOINED\"");
        assertThat(inviter.get("/api/me/invites?cursor=x").code()).isEqualTo("referral.bad-cursor");
    }

    @Test
    void aRegularEarnsCommissionOnEveryBillOfHisFriends() {
        var inviter = door.member();
        buy(inviter);
        var friend = door.stranger();
        friend.logIn();
        friend.join(",\"inviteCode\":\"" + inviter.get("/api/me/invite").at("/code") + "\"");

        buy(friend);
        buy(friend);
        assertThat(inviter.get("/api/me/invite").at("/commission/waitingFen")).isEqualTo("200");
        rewarded(7);

        assertThat(inviter.get("/api/me/invite").at("/commission/paidFen")).isEqualTo("200");
        assertThat(inviter.get("/api/me/balance").text()).contains("分销佣金");
    }

    @Test
    void whoeverPaysForHisFriendOrLendsHimThePhoneIsNotRewarded() {
        var inviter = door.member();
        buy(inviter, ",\"payer\":\"openid-of-the-inviter\"");
        var code = inviter.get("/api/me/invite").at("/code");
        var paidFor = door.stranger();
        paidFor.logIn();
        paidFor.join(",\"inviteCode\":\"" + code + "\"");
        buy(paidFor, ",\"payer\":\"openid-of-the-inviter\"");
        var onOnePhone = door.stranger();
        onOnePhone.logIn();
        onOnePhone.join(",\"inviteCode\":\"" + code + "\"");
        for (var guest : List.of(inviter, onOnePhone)) {
            var headers = guest.bearer(guest.session());
            headers.put("X-Device", "one-phone-for-two");
            door.call("GET", "/api/me/invite", headers, null);
        }
        buy(onOnePhone);

        rewarded(7);

        assertThat(friends(inviter)).contains("用同一个付款账号", "用同一部手机").doesNotContain("REWARDED");
        assertThat(coupons(inviter)).isZero();
        assertThat(paidFor.get("/api/me/invite").at("/invited/state")).isEqualTo("REFUSED");
    }

    @Test
    void thePosterIsAPictureForMembersOnly() {
        var poster = door.member().get("/api/me/invite/poster.png");
        assertThat(poster.header("Content-Type")).isEqualTo("image/png");
        assertThat(poster.text()).contains("PNG");

        var guest = door.stranger();
        guest.logIn();
        assertThat(guest.get("/api/me/invite/poster.png").code()).isEqualTo("session.not-joined");
        assertThat(guest.get("/api/me/invite").code()).isEqualTo("session.not-joined");
        assertThat(guest.get("/api/me/invites").code()).isEqualTo("session.not-joined");
    }

    private String buy(Guest guest) {
        return buy(guest, "");
    }

    private String buy(Guest guest, String more) {
        var member = till.meet(guest);
        var bill = till.post(
                "/till/v1/bills", till.bill(UUID.randomUUID().toString(), member, ",\"paidFen\":2000" + more));
        assertThat(bill.status()).as(bill.toString()).isEqualTo(201);
        return bill.at("/id");
    }

    private void rewarded(int days) {
        jdbc.within(SHOP, () -> rewarding.run(today().plusDays(days)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    private static String friends(Guest inviter) {
        return inviter.get("/api/me/invites").text();
    }

    /** Of this test's offer: the shop's other offers may welcome newcomers too. */
    private long coupons(Guest member) {
        var count = 0L;
        for (var coupon : member.get("/api/me/coupons").json().path("items")) {
            if (coupon.path("offerId").asString("").equals(offer)
                    && coupon.path("state").asString("").equals("CLAIMED")) {
                count++;
            }
        }
        return count;
    }
}
