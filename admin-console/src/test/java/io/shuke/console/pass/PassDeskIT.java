package io.shuke.console.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.marketing.pass.HeldPass;
import io.shuke.marketing.pass.PassProducts;
import io.shuke.marketing.pass.Passes;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.MemberId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ShopTest
class PassDeskIT {

    private static final String PASSES = "/console/api/passes";
    private static final String MONTH = """
            {"title": "月卡", "what": "牛肉面一碗", "days": 30, "priceFen": 19900}""";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    PassProducts products;

    @Autowired
    Passes passes;

    @Autowired
    Jdbc jdbc;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void putsAPassOnTheList() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);

        owner.send(HttpMethod.POST, PASSES, MONTH).expectStatus().isCreated();

        owner.get(PASSES).expectBody().json("""
                {"items": [{"title": "月卡", "what": "牛肉面一碗", "aDay": 1, "percent": null, "days": 30, "priceFen": 19900,
                  "words": "¥199.00 一张，每天 1 次：牛肉面一碗，买后 30 天有效"}]}""");
    }

    @Test
    void sellsOneHoweverOftenTheButtonIsTapped() {
        var member = shopkeeper.welcomes(shop, "小满").id();
        var cashier = shopkeeper.signedIn(shop, Role.CASHIER);
        var sale = sale();

        sell(cashier, member, sale).expectStatus().isCreated();
        sell(cashier, member, sale).expectStatus().isCreated();

        assertThat(held(member)).hasSize(1);
    }

    @Test
    void usesAPassOnceADay() {
        var member = shopkeeper.welcomes(shop, "小满").id();
        var cashier = shopkeeper.signedIn(shop, Role.CASHIER);
        sell(cashier, member, sale()).expectStatus().isCreated();
        var path = PASSES + "/" + held(member).get(0).pass().id();

        cashier.send(HttpMethod.POST, path + "/uses", null).expectBody().json("{\"left\": 29, \"leftToday\": 0}");
        cashier.send(HttpMethod.POST, path + "/uses", null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("pass.used-today");
        cashier.send(HttpMethod.POST, path + "/return", null).expectStatus().isForbidden();
    }

    @Test
    void refusesWhatIsNoPassAndNoSale() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        var member = shopkeeper.welcomes(shop, "小满").id();

        for (var bad : new String[] {
            "{}",
            "{\"title\": \"卡\", \"days\": 30, \"priceFen\": 1}",
            "{\"title\": \"卡\", \"what\": \"面\", \"percent\": 80, \"days\": 30, \"priceFen\": 1}",
            "{\"title\": \"卡\", \"percent\": 100, \"days\": 30, \"priceFen\": 1}",
            "{\"title\": \"卡\", \"percent\": 80, \"days\": 30, \"priceFen\": -1}"
        }) {
            owner.send(HttpMethod.POST, PASSES, bad).expectStatus().isBadRequest();
        }
        sell(owner, member, "{\"productId\": \"x\", \"sale\": \"12345678\"}")
                .expectStatus()
                .isBadRequest();
        sell(owner, member, "{\"productId\": \"1\", \"sale\": \"1\"}")
                .expectStatus()
                .isBadRequest();
        sell(owner, member, "{\"productId\": \"1\", \"sale\": \"12345678\"}")
                .expectStatus()
                .isNotFound();
    }

    private String sale() {
        shopkeeper
                .signedIn(shop, Role.OWNER)
                .send(HttpMethod.POST, PASSES, MONTH)
                .expectStatus()
                .isCreated();
        var product = jdbc.within(shop, products::all).get(0).id();
        return "{\"productId\": \"" + product + "\", \"sale\": \"one-sale-1\"}";
    }

    private static ResponseSpec sell(Browser who, MemberId member, String sale) {
        return who.send(HttpMethod.POST, "/console/api/members/" + member + "/passes", sale);
    }

    private List<HeldPass> held(MemberId member) {
        return jdbc.within(shop, () -> passes.of(member));
    }
}
