package io.shuke.console.mall;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.marketing.mall.Gift;
import io.shuke.marketing.mall.Gifts;
import io.shuke.marketing.mall.Redemption;
import io.shuke.marketing.mall.Redemptions;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@ShopTest
class GiftDeskIT {

    private static final String GIFTS = "/console/api/gifts";
    private static final String BOWL = """
            {"title": "面碗", "points": 100, "stock": 3, "perMember": 1}""";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Gifts gifts;

    @Autowired
    Redemptions redemptions;

    @Autowired
    Ledger ledger;

    @Autowired
    Jdbc jdbc;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void putsAGiftOnTheShelfAndTellsOfItInWords() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);

        manager.send(HttpMethod.POST, GIFTS, BOWL).expectStatus().isCreated();

        manager.get(GIFTS).expectBody().json("""
                {"items": [{"title": "面碗", "points": 100, "remaining": 3, "perMember": 1, "daysToCollect": 30, "version": 1,
                  "words": ["100 积分换一份面碗", "共 3 份，已兑 0 份", "每人最多 1 份", "兑换后保留 30 天，过期不取退回积分"]}]}""");
    }

    @Test
    void refusesToOverwriteWhatSomebodyElseChanged() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        manager.send(HttpMethod.POST, GIFTS, BOWL).expectStatus().isCreated();
        var path = GIFTS + "/" + onlyGift().id();
        var change = BOWL.replace("}", ", \"version\": 1, \"offered\": false}");

        manager.put(path, change).expectStatus().isOk();
        manager.put(path, change).expectStatus().isEqualTo(409);

        assertThat(onlyGift().offered()).isFalse();
    }

    @Test
    void refusesWhatIsNoGift() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);

        for (var bad : new String[] {
            "{}",
            "{\"title\": \"\", \"points\": 1, \"stock\": 1}",
            "{\"title\": \"杯\", \"points\": 0, \"stock\": 1}",
            "{\"title\": \"杯\", \"points\": 1, \"stock\": -1}"
        }) {
            manager.send(HttpMethod.POST, GIFTS, bad).expectStatus().isBadRequest();
        }
    }

    @Test
    void handsAGiftOverOnce() {
        shopkeeper
                .signedIn(shop, Role.MANAGER)
                .send(HttpMethod.POST, GIFTS, BOWL)
                .expectStatus()
                .isCreated();
        var redemption = redeemed();
        var cashier = shopkeeper.signedIn(shop, Role.CASHIER);
        var pickUp = GIFTS + "/pick-ups/" + redemption.code().value();

        cashier.get(pickUp).expectBody().json("{\"title\": \"面碗\", \"state\": \"READY\", \"nickname\": \"小满\"}");
        cashier.send(HttpMethod.POST, pickUp + "/collection", null)
                .expectStatus()
                .isOk();
        cashier.send(HttpMethod.POST, pickUp + "/collection", null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("gift.already-collected");
    }

    @Test
    void showsNobodyAnotherShopsGifts() {
        shopkeeper
                .signedIn(shop, Role.MANAGER)
                .send(HttpMethod.POST, GIFTS, BOWL)
                .expectStatus()
                .isCreated();
        var gift = onlyGift();
        var redemption = redeemed();
        var other = shopkeeper.signedIn(shopkeeper.opens(), Role.OWNER);

        other.get(GIFTS).expectBody().json("{\"items\": []}");
        other.put(GIFTS + "/" + gift.id(), BOWL.replace("}", ", \"version\": 1}"))
                .expectStatus()
                .isNotFound();
        other.get(GIFTS + "/pick-ups/" + redemption.code().value())
                .expectStatus()
                .isNotFound();
    }

    private Gift onlyGift() {
        return jdbc.within(shop, gifts::all).get(0);
    }

    private Redemption redeemed() {
        var member = shopkeeper.welcomes(shop, "小满").id();
        return jdbc.within(shop, () -> {
            ledger.post(Movement.earn(member, Asset.POINTS, 100, Reason.OPENING, new Reference("opening")));
            return redemptions.redeem(member, gifts.all().get(0).id());
        });
    }
}
