package io.shuke.console.referral;

import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Terms;
import io.shuke.marketing.coupon.Validity;
import io.shuke.marketing.coupon.Way;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ShopTest
class ReferralDeskIT {

    private static final String PLAN = "/console/api/referrals/plan";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Offers offers;

    @Autowired
    Jdbc jdbc;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void promisesCouponsToBothSides() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);

        owner.put(PLAN, plan("\"rewardFor\": [\"FIRST_BILL\"], \"version\": 0"))
                .expectStatus()
                .isOk();

        owner.get(PLAN).expectBody().json("""
                {"inForce": true, "fromFen": 2000, "waitDays": 7, "version": 1,
                 "words": ["好友入会后，首单付满 20 元，过 7 天退货期，双方各得一张券", "每位邀请人每天最多得 5 次，总共最多 50 次",
                           "一天内邀请 10 人以上，要店主过目才发", "好友退款，没用的券收回；用掉的，下一次奖励不再发"]}""");
        refused(owner.put(PLAN, plan("\"version\": 0")), 409, "referral.plan-changed");
        owner.get(PLAN + "/changes").expectBody().json("{\"items\": [{\"version\": 1}]}");
    }

    @Test
    void promisesCommissionAndSaysWhereItEnds() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);

        owner.put(PLAN, plan("\"commission\": {\"permille\": [50, 15], \"fromVisits\": 3}, \"version\": 0"))
                .expectBody()
                .json("""
                        {"commission": {"permille": [50, 15], "fromVisits": 3},
                         "words": ["好友入会后，首单付满 20 元，过 7 天退货期，双方各得一张券", "每位邀请人每天最多得 5 次，总共最多 50 次",
                                   "一天内邀请 10 人以上，要店主过目才发", "好友退款，没用的券收回；用掉的，下一次奖励不再发",
                                   "好友每次消费，过 7 天退货期，邀请人得实付的 5%，进储值；好友的好友消费得 1.5%，到此为止",
                                   "自己消费过 3 次的会员才有佣金；好友退款，佣金按比例收回"]}""");
    }

    @Test
    void refusesByTheRulesNameWhatWechatAndTheLawForbid() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);

        refused(owner.put(PLAN, plan("\"rewardFor\": [\"SHARE\"]")), 400, "referral.sharing-forbidden");
        refused(
                owner.put(PLAN, plan("\"commission\": {\"permille\": [50, 20, 10], \"fromVisits\": 3}")),
                400,
                "referral.levels-forbidden");
        refused(
                owner.put(PLAN, plan("\"version\": 0").replace("\"waitDays\": 7", "\"waitDays\": 91")),
                400,
                "referral.plan-impossible");
        refused(owner.put(PLAN, """
                {"inForce": true, "friendOfferId": "404", "fromFen": 1, "waitDays": 7, "aDay": 5, "inAll": 50,
                 "reviewFrom": 10}"""), 404, "offer.unknown");
    }

    @Test
    void showsAnEmptyListAndFigures() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);

        manager.get("/console/api/referrals").expectBody().json("{\"items\": []}");
        manager.get("/console/api/referrals/figures")
                .expectBody()
                .json("{\"days\": 90, \"invited\": 0, \"toReview\": 0}");
        manager.get("/console/api/referrals?cursor=x").expectStatus().isBadRequest();
    }

    @Test
    void onlyTheOwnerDecides() {
        var decision = "/console/api/referrals/404/decision";

        refused(
                shopkeeper.signedIn(shop, Role.OWNER).send(HttpMethod.POST, decision, "{\"accepted\": true}"),
                404,
                "referral.unknown");
        refused(
                shopkeeper.signedIn(shop, Role.MANAGER).send(HttpMethod.POST, decision, "{\"accepted\": true}"),
                403,
                "console.forbidden");
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private String plan(String more) {
        var offer = jdbc.within(
                        shop,
                        () -> offers.create(
                                new NewOffer(
                                        "3 元券",
                                        new Benefit.Voucher(300),
                                        Terms.plain(new Validity.Relative(0, 30)),
                                        Giving.by(0, Way.REFERRAL),
                                        null),
                                "staff:1"))
                .offer()
                .id();
        return """
                {"inForce": true, "inviterOfferId": "%d", "friendOfferId": "%d", "fromFen": 2000, "waitDays": 7,
                 "aDay": 5, "inAll": 50, "reviewFrom": 10, %s}""".formatted(offer, offer, more);
    }
}
