package io.shuke.console.privacy;

import io.shuke.console.Browser;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Member;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ShopTest
class PrivacyDeskIT {

    private static final String PEOPLE = "/console/api/privacy/members/";

    final Shopkeeper shopkeeper;
    final MerchantId shop;
    final Member wang;
    final Browser owner;

    PrivacyDeskIT(@Autowired Shopkeeper shopkeeper) {
        this.shopkeeper = shopkeeper;
        shop = shopkeeper.opens();
        wang = shopkeeper.welcomes(shop, "老王");
        owner = shopkeeper.signedIn(shop, Role.OWNER);
    }

    @Test
    void showsWhatIsHeldAndAgreed() {
        owner.get(PEOPLE + wang.id())
                .expectBody()
                .jsonPath("$.owned.points")
                .isEqualTo(0)
                .jsonPath("$.consents[0].version")
                .isEqualTo("v1");
        owner.post(PEOPLE + wang.id() + "/exports", "{}")
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"shuke-member.json\"")
                .expectBody()
                .jsonPath("$.nickname")
                .isEqualTo("老王")
                .jsonPath("$.parts.points")
                .isArray();
        owner.get("/console/api/privacy/consents")
                .expectBody()
                .jsonPath("$.items[0].current")
                .isEqualTo(true)
                .jsonPath("$.items[0].members")
                .isEqualTo(1);
        owner.get("/console/api/audit").expectBody().jsonPath("$.items[0].text").isEqualTo("导出会员的个人信息");
    }

    @Test
    void deletesWhomIsMeantAndWhatWasSeen() {
        owner.post("/console/api/points", """
                {"memberId": "%s", "change": 5, "note": "补偿", "key": "k1"}""".formatted(wang.id()))
                .expectStatus()
                .isCreated();

        refused(deletes("0000000000", 5), 409, "privacy.other-number");
        refused(deletes(wang.number(), 0), 409, "privacy.changed");
        deletes(wang.number(), 5).expectStatus().isNoContent();
        owner.get(PEOPLE + wang.id()).expectStatus().isNotFound();
        owner.get("/console/api/privacy/consents")
                .expectBody()
                .jsonPath("$.items[0].members")
                .isEqualTo(0);
    }

    @Test
    void isTheOwnersOwn() {
        shopkeeper
                .signedIn(shop, Role.MANAGER)
                .get(PEOPLE + wang.id())
                .expectStatus()
                .isForbidden();
        var stranger = shopkeeper.signedIn(shopkeeper.opens(), Role.OWNER);
        stranger.get(PEOPLE + wang.id()).expectStatus().isNotFound();
        stranger.post(PEOPLE + wang.id() + "/exports", "{}").expectStatus().isNotFound();
        stranger.post(PEOPLE + wang.id() + "/deletion", body(wang.number(), 0))
                .expectStatus()
                .isNotFound();
    }

    private ResponseSpec deletes(String number, long points) {
        return owner.post(PEOPLE + wang.id() + "/deletion", body(number, points));
    }

    private static String body(String number, long points) {
        return """
               {"number": "%s", "owned": {"points": %d, "principalFen": 0, "giftFen": 0, "coupons": 0, "passes": 0}}""".formatted(number, points);
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
