package io.shuke.console.points;

import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.member.ground.MerchantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class PointsRulesDeskIT {

    private static final String RULES = "/console/api/points/rules";
    private static final String GOOD = """
            {"pointsPerHundredYuan": 100, "levels": {"2": 120}, "categories": {"烟": 0}, "stores": {},
             "windows": [{"kind": "WEEKDAY", "on": 3, "percent": 200}], "dailyCap": 500,
             "offset": {"pointsPerYuan": 100, "sharePercent": 50, "mostFen": 5000}}""";

    @Autowired
    Shopkeeper shopkeeper;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void theRulesAreTriedSavedAndShown() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        owner.post(RULES + "/try", GOOD)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.complete")
                .isEqualTo(true)
                .jsonPath("$.wouldGive")
                .isEqualTo(0);
        owner.put(RULES, GOOD).expectStatus().isOk();

        owner.get(RULES).expectBody().json(GOOD);
    }

    @Test
    void whoeverIsSlowerIsToldAndTheHistoryNamesWhoWasFaster() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        var seen = GOOD.replace("{\"pointsPerH", "{\"version\": 0, \"pointsPerH");
        manager.put(RULES, seen)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1);

        owner.put(RULES, seen)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("points.rules-changed");
        owner.get(RULES).expectBody().jsonPath("$.version").isEqualTo(1);

        owner.get("/console/api/rule-changes?rules=points")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                {"items": [{"version": 1, "words": ["每消费 100 元得 100 积分", "普通会员每消费 100 元得 120 积分",
                  "每周三积分 2 倍", "烟不积分", "每人每天最多得 500 积分",
                  "100 积分抵 1 元，每单最多抵 50%，且不超过 50 元"]}]}""");
        owner.get("/console/api/rule-changes?rules=gift:1")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        owner.get("/console/api/rule-changes?rules=a'b").expectStatus().isBadRequest();
        shopkeeper
                .signedIn(shop, Role.CASHIER)
                .get("/console/api/rule-changes?rules=points")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void aCashierLooksAndDoesNotTouch() {
        var cashier = shopkeeper.signedIn(shop, Role.CASHIER);
        cashier.get(RULES).expectStatus().isOk();
        cashier.put(RULES, GOOD).expectStatus().isForbidden();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"pointsPerHundredYuan\": -1, \"offset\": {\"pointsPerYuan\": 100, \"sharePercent\": 50, \"mostFen\": 1}}",
                "{\"pointsPerHundredYuan\": 1, \"offset\": {\"pointsPerYuan\": 100, \"sharePercent\": 50, \"mostFen\": 0}}",
                "{\"pointsPerHundredYuan\": 1, \"categories\": {\"x\": null},"
                        + " \"offset\": {\"pointsPerYuan\": 100, \"sharePercent\": 50, \"mostFen\": 1}}",
                "{\"pointsPerHundredYuan\": 1, \"windows\": [{\"kind\": \"WEEKDAY\", \"on\": 3, \"percent\": 200},"
                        + " {\"kind\": \"WEEKDAY\", \"on\": 3, \"percent\": 300}],"
                        + " \"offset\": {\"pointsPerYuan\": 100, \"sharePercent\": 50, \"mostFen\": 1}}",
                "{\"pointsPerHundredYuan\": 1, \"windows\": [null],"
                        + " \"offset\": {\"pointsPerYuan\": 100, \"sharePercent\": 50, \"mostFen\": 1}}"
            })
    void refusesWhatAreNoRules(String body) {
        shopkeeper.signedIn(shop, Role.OWNER).put(RULES, body).expectStatus().isBadRequest();
    }
}
