package io.shuke.console.ledger;

import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;

@ShopTest
class LedgerDeskIT {

    private static final String POINTS = "/console/api/points";
    private static final String BALANCE = "/console/api/balance";
    private static final String CHECKS = "/console/api/self-checks";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    JdbcTemplate database;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void givesPointsOnceAndSaysWhoAndWhy() {
        var wang = shopkeeper.welcomes(shop, "老王");
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);

        manager.send(HttpMethod.POST, POINTS, adjustment(wang, "30", "等位补偿"))
                .expectStatus()
                .isCreated();
        manager.send(HttpMethod.POST, POINTS, adjustment(wang, "30", "等位补偿"))
                .expectStatus()
                .isCreated();

        manager.get(POINTS + "?member=" + wang.id())
                .expectBody()
                .jsonPath("$.balances.POINTS")
                .isEqualTo(30)
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].text")
                .isEqualTo("等位补偿 +30")
                .jsonPath("$.items[0].actor")
                .value(String.class, actor -> org.assertj.core.api.Assertions.assertThat(actor)
                        .startsWith("staff:"));
    }

    @Test
    void givesAndTakesStoredGifts() {
        var wang = shopkeeper.welcomes(shop, "老王");
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        owner.send(HttpMethod.POST, BALANCE, adjustment(wang, "1850", "道歉"))
                .expectStatus()
                .isCreated();

        owner.send(HttpMethod.POST, BALANCE, adjustment(wang, "-2000", "更正").replace("k1", "k2"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("balance.insufficient");

        owner.get(BALANCE + "?member=" + wang.id())
                .expectBody()
                .jsonPath("$.balances.GIFT")
                .isEqualTo(1850)
                .jsonPath("$.items[0].text")
                .isEqualTo("道歉 +¥18.50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000000001", "-9223372036854775808", "9223372036854775807", "1e99", "\"x\"", "null"})
    void refusesWhatIsNoAmount(String change) {
        var wang = shopkeeper.welcomes(shop, "老王");

        shopkeeper
                .signedIn(shop, Role.OWNER)
                .send(HttpMethod.POST, POINTS, adjustment(wang, change, "补偿"))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void anotherShopsMemberIsNotFound() {
        var wang = shopkeeper.welcomes(shop, "老王");
        var owner = shopkeeper.signedIn(shopkeeper.opens(), Role.OWNER);

        owner.get(POINTS + "?member=" + wang.id()).expectStatus().isNotFound();
        owner.send(HttpMethod.POST, POINTS, adjustment(wang, "1", "补偿"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theOwnerSeesWhatDoesNotAddUp() {
        var wang = shopkeeper.welcomes(shop, "老王");
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        owner.send(HttpMethod.POST, POINTS, adjustment(wang, "30", "补偿"))
                .expectStatus()
                .isCreated();
        owner.send(HttpMethod.POST, CHECKS, null)
                .expectBody()
                .jsonPath("$.violations")
                .isEqualTo(0);

        database.update("UPDATE ledger_account SET balance = 9999 WHERE merchant_id = ?", shop.value());

        owner.send(HttpMethod.POST, CHECKS, null)
                .expectBody()
                .jsonPath("$.items[0].memberId")
                .isEqualTo(wang.id().toString());
        owner.get(CHECKS).expectBody().jsonPath("$.items.length()").isEqualTo(2);
        owner.send(HttpMethod.POST, POINTS, adjustment(wang, "-1", "更正").replace("k1", "k2"))
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ledger.account-frozen");
        shopkeeper.signedIn(shop, Role.MANAGER).get(CHECKS).expectStatus().isForbidden();
    }

    @Test
    void theOwnerSettlesItWithAReason() {
        var wang = shopkeeper.welcomes(shop, "老王");
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        owner.send(HttpMethod.POST, POINTS, adjustment(wang, "30", "补偿"))
                .expectStatus()
                .isCreated();
        database.update("UPDATE ledger_account SET balance = 9999 WHERE merchant_id = ?", shop.value());
        owner.send(HttpMethod.POST, CHECKS, null).expectStatus().isOk();
        var alert = database.queryForObject(
                "SELECT MAX(id) FROM ledger_alert WHERE merchant_id = ?", Long.class, shop.value());
        var settle = CHECKS + "/" + alert + "/settle";

        shopkeeper
                .signedIn(shop, Role.MANAGER)
                .send(HttpMethod.POST, settle, "{\"reason\": \"看过了\"}")
                .expectStatus()
                .isForbidden();
        owner.send(HttpMethod.POST, settle, "{}").expectStatus().isBadRequest();
        owner.send(HttpMethod.POST, settle, "{\"reason\": \"看过了\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.open")
                .isEqualTo(false)
                .jsonPath("$.settled.mended")
                .isEqualTo(true);

        owner.send(HttpMethod.POST, POINTS, adjustment(wang, "-1", "更正").replace("k1", "k2"))
                .expectStatus()
                .isCreated();
        owner.get(POINTS + "?member=" + wang.id())
                .expectBody()
                .jsonPath("$.balances.POINTS")
                .isEqualTo(29);
    }

    private static String adjustment(Member member, String change, String note) {
        return """
               {"memberId": "%s", "change": %s, "note": "%s", "key": "k1"}""".formatted(member.id(), change, note);
    }
}
