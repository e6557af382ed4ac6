package io.shuke.console.balance;

import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.member.ground.MerchantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@ShopTest
class BalanceDeskIT {

    static final String PLAN = "/console/api/balance/plan";
    static final String CHARGES = "/console/api/balance/charges";
    static final String REFUNDS = "/console/api/balance/refunds";

    @Autowired
    Shopkeeper shopkeeper;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void changesThePlanAndTellsItInWords() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        owner.put(PLAN, "{\"offers\":[{\"payFen\":10000,\"giftFen\":1000,\"giftDays\":90}],\"lowFen\":2000}")
                .expectStatus()
                .isOk();
        owner.get(PLAN)
                .expectBody()
                .jsonPath("$.words[0]")
                .isEqualTo("充 100 元送 10 元，赠送金 90 天内有效")
                .jsonPath("$.cost.days")
                .isEqualTo(90);
        owner.put(PLAN, "{\"offers\":[{\"payFen\":-1,\"giftFen\":0,\"giftDays\":0}],\"lowFen\":0}")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void takesCashOnceAndPaysItBack() {
        var member = shopkeeper.welcomes(shop, "常客").id();
        var cash = "{\"memberId\":\"" + member
                + "\",\"payFen\":20000,\"giftFen\":2000,\"reason\":\"现金\",\"key\":\"cash-0001\"}";
        var cashier = shopkeeper.signedIn(shop, Role.CASHIER);
        cashier.send(HttpMethod.POST, CHARGES, cash).expectStatus().isCreated();
        cashier.send(HttpMethod.POST, CHARGES, cash)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.balanceFen")
                .isEqualTo(22_000);
        var refund = "{\"memberId\":\"" + member + "\",\"amountFen\":5000,\"reason\":\"搬家\"}";
        cashier.send(HttpMethod.POST, REFUNDS, refund).expectStatus().isForbidden();
        shopkeeper
                .signedIn(shop, Role.MANAGER)
                .send(HttpMethod.POST, REFUNDS, refund)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.principalFen")
                .isEqualTo(15_000)
                .jsonPath("$.giftFen")
                .isEqualTo(1_500)
                .jsonPath("$.refunds[0].way")
                .isEqualTo("COUNTER");
    }
}
