package io.shuke.console.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.member.ground.MerchantId;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class RewardPlanDeskIT {

    static final String PLAN = "/console/api/check-in-plan";
    static final String GOOD = """
            {"pointsADay": 8, "steps": [
               {"streak": 7, "kind": "COUPON", "text": "8 元优惠券"},
               {"streak": 2, "kind": "POINTS", "text": "再送 20 积分", "points": 20}],
             "makeUpsAMonth": 2, "makeUpCost": 0}""";

    @Autowired
    Shopkeeper shopkeeper;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void showsTheUsualPlanToEverybody() {
        shopkeeper
                .signedIn(shop, Role.CASHIER)
                .get(PLAN)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.pointsADay")
                .isEqualTo(5)
                .jsonPath("$.words[0]")
                .isEqualTo("每天签到得 5 积分");
    }

    @Test
    void changesThePlan() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        manager.put(PLAN, GOOD).expectStatus().isOk();

        manager.get(PLAN).expectBody().json("""
                {"pointsADay": 8, "makeUpsAMonth": 2, "makeUpCost": 0,
                 "steps": [{"streak": 2, "kind": "POINTS", "text": "再送 20 积分", "points": 20},
                           {"streak": 7, "kind": "COUPON", "text": "8 元优惠券"}],
                 "words": ["每天签到得 8 积分", "连续签到 2 天：再送 20 积分", "连续签到 7 天：8 元优惠券", "每月可补签 2 次，不花积分"]}
                """);
    }

    @Test
    void refusesAChangeOfWhatIsNoLongerInForce() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        var seenByBoth = GOOD.replace("\"makeUpCost\": 0}", "\"makeUpCost\": 0, \"version\": 0}");
        owner.put(PLAN, seenByBoth)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1);

        owner.put(PLAN, seenByBoth)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("check-in.plan-changed");
    }

    @Test
    void refusesACashier() {
        shopkeeper
                .signedIn(shop, Role.CASHIER)
                .put(PLAN, GOOD)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("console.forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"pointsADay": -1, "steps": [], "makeUpsAMonth": 0, "makeUpCost": 0}""", """
                {"pointsADay": 1001, "steps": [], "makeUpsAMonth": 0, "makeUpCost": 0}""", """
                {"pointsADay": 1, "steps": [{"streak": 1, "kind": "GIFT", "text": "水"}], "makeUpsAMonth": 0, "makeUpCost": 0}""", """
                {"pointsADay": 1, "steps": [{"streak": 3, "kind": "GIFT", "text": " "}], "makeUpsAMonth": 0, "makeUpCost": 0}""", """
                {"pointsADay": 1, "steps": [{"streak": 3, "kind": "POINTS", "text": "分"}], "makeUpsAMonth": 0, "makeUpCost": 0}"""})
    void refusesAnImpossiblePlanInTheDomainsWords(String plan) {
        shopkeeper
                .signedIn(shop, Role.OWNER)
                .put(PLAN, plan)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("check-in.plan-impossible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", """
                {"pointsADay": 1, "makeUpsAMonth": 0, "makeUpCost": 0}""", """
                {"pointsADay": 1, "steps": [null], "makeUpsAMonth": 0, "makeUpCost": 0}""", """
                {"steps": [], "makeUpsAMonth": 0, "makeUpCost": 0}""", """
                {"pointsADay": 99999999999, "steps": [], "makeUpsAMonth": 0, "makeUpCost": 0}""", """
                {"pointsADay": 1, "steps": [{"streak": 3, "kind": "CASH", "text": "钱"}], "makeUpsAMonth": 0, "makeUpCost": 0}""", """
                {"pointsADay": 1, "steps": [], "makeUpsAMonth": 0, "makeUpCost": 0, "merchantId": "1"}"""})
    void refusesWhatIsNoPlan(String body) {
        shopkeeper.signedIn(shop, Role.OWNER).put(PLAN, body).expectStatus().isBadRequest();
    }

    @Test
    void tellsWhoSavesAtTheSameTimeSo() {
        var owners = new ArrayList<Browser>();
        for (int i = 0; i < 6; i++) {
            owners.add(shopkeeper.signedIn(shop, Role.OWNER));
        }
        var answers = owners.stream()
                .map(owner -> CompletableFuture.supplyAsync(() -> owner.put(PLAN, GOOD)
                        .returnResult(String.class)
                        .getStatus()
                        .value()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join))
                .contains(200)
                .allMatch(status -> status == 200 || status == 409);
    }
}
