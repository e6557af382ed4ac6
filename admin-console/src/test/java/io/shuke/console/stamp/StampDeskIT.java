package io.shuke.console.stamp;

import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.marketing.stamp.StampCards;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@ShopTest
class StampDeskIT {

    private static final String STAMPS = "/console/api/stamps";
    private static final String CARD = """
            {"title": "咖啡集章卡", "per": "PIECE", "goods": ["咖啡", "latte"],
             "rewards": [{"stamps": 10, "text": "中杯拿铁"}, {"stamps": 5, "text": "曲奇"}]}""";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    StampCards cards;

    @Autowired
    Jdbc jdbc;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void givesOutACardAndTellsOfItInWords() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);

        manager.send(HttpMethod.POST, STAMPS, CARD).expectStatus().isCreated();

        manager.get(STAMPS).expectBody().json("""
                {"items": [{"title": "咖啡集章卡", "per": "PIECE", "goods": ["咖啡", "latte"], "offered": true, "version": 1,
                  "rewards": [{"stamps": 5, "text": "曲奇"}, {"stamps": 10, "text": "中杯拿铁"}],
                  "words": ["每买一份（咖啡、latte）盖一个章", "集满 5 个章：曲奇", "集满 10 个章：中杯拿铁",
                            "集满 10 个后重新开始；退款会收回对应的章"]}]}""");
    }

    @Test
    void changesACardThatNobodyElseHasChanged() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        manager.send(HttpMethod.POST, STAMPS, CARD).expectStatus().isCreated();
        var path = STAMPS + "/" + jdbc.within(shop, cards::all).get(0).id();
        var change = """
                {"title": "满二十集章", "per": "BILL", "fromFen": 2000, "version": 1,
                 "rewards": [{"stamps": 5, "text": "曲奇"}]}""";

        manager.put(path, change)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.words[0]")
                .isEqualTo("每单满 ¥20.00 盖一个章");
        manager.put(path, change).expectStatus().isEqualTo(409);
    }

    @Test
    void refusesWhatIsNoCard() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);

        for (var bad : new String[] {
            "{}",
            "{\"title\": \"卡\", \"per\": \"VISIT\", \"rewards\": []}",
            "{\"title\": \"卡\", \"per\": \"VISIT\", \"rewards\": [null]}",
            "{\"title\": \"卡\", \"per\": \"PIECE\", \"goods\": [], \"rewards\": [{\"stamps\": 1, \"text\": \"蛋\"}]}",
            "{\"title\": \"卡\", \"per\": \"BILL\", \"fromFen\": 99999999999, \"rewards\": [{\"stamps\": 1, \"text\": \"蛋\"}]}",
            "{\"title\": \"卡\", \"per\": \"HOUR\", \"rewards\": [{\"stamps\": 1, \"text\": \"蛋\"}]}"
        }) {
            manager.send(HttpMethod.POST, STAMPS, bad).expectStatus().isBadRequest();
        }
    }

    @Test
    void aRewardThatIsNotThereIsNotHandedOver() {
        shopkeeper
                .signedIn(shop, Role.CASHIER)
                .send(HttpMethod.POST, STAMPS + "/rewards/42/collection", null)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("stamp.unknown-reward");
    }
}
