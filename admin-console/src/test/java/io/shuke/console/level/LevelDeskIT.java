package io.shuke.console.level;

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
class LevelDeskIT {

    private static final String LEVELS = "/console/api/levels";
    private static final String GOOD = """
            {"measure": "AMOUNT", "windowMonths": 6, "graceMonths": 3, "protectionDays": 30, "boostDays": 7,
             "boostPercent": 200, "items": [
               {"step": 1, "name": "普通会员", "threshold": 0, "sharePercent": 0, "discountPercent": 100,
                "pointsPercent": 100, "birthdayGift": "", "priority": false, "freeDeliveries": 0, "adviser": false},
               {"step": 2, "name": "金卡", "threshold": 80000, "sharePercent": 10, "discountPercent": 90,
                "pointsPercent": 150, "birthdayGift": "长寿面", "priority": true, "freeDeliveries": 1, "adviser": true}]}""";

    @Autowired
    Shopkeeper shopkeeper;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void theLadderIsTriedSavedAndShown() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        owner.post(LEVELS + "/try", GOOD).expectStatus().isOk();
        owner.get(LEVELS).expectBody().jsonPath("$.items.length()").isEqualTo(1);

        owner.put(LEVELS, GOOD).expectStatus().isOk();

        owner.get(LEVELS).expectBody().json(GOOD);
    }

    @Test
    void aCashierLooksAndDoesNotTouch() {
        var cashier = shopkeeper.signedIn(shop, Role.CASHIER);
        cashier.get(LEVELS).expectStatus().isOk();
        cashier.put(LEVELS, GOOD).expectStatus().isForbidden();
        cashier.post(LEVELS + "/try", GOOD).expectStatus().isForbidden();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"measure\": \"AMOUNT\", \"items\": [null]}",
                "{\"measure\": \"LUCK\", \"items\": []}",
                "{\"measure\": \"AMOUNT\", \"windowMonths\": 6, \"graceMonths\": 3, \"boostPercent\": 200, \"items\": []}"
            })
    void refusesWhatIsNoLadder(String body) {
        shopkeeper.signedIn(shop, Role.OWNER).put(LEVELS, body).expectStatus().isBadRequest();
    }
}
