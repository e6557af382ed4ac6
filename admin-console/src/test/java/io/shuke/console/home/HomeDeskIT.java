package io.shuke.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.SettableClock;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.marketing.checkin.CheckIns;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Member;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

@ShopTest
class HomeDeskIT {

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    CheckIns checkIns;

    @Autowired
    Jdbc jdbc;

    @Autowired
    SettableClock clock;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void countsTodayAndYesterdayOfThisShopAlone() {
        checksIn(shopkeeper.welcomes(shop, "老王"));
        checksIn(shopkeeper.welcomes(shop, "小李"));
        clock.advance(Duration.ofDays(1));
        checksIn(shopkeeper.welcomes(shop, "小周"));
        shopkeeper.welcomes(shopkeeper.opens(), "别家的");

        var home = home();

        figure(home, 0, "joined", 1, 2);
        home.jsonPath("$.figures[1].value").isEqualTo(3);
        home.jsonPath("$.figures[1].yesterday").isEmpty();
        figure(home, 2, "check-ins", 1, 2);
    }

    @Test
    void isANewShopsToo() {
        home().jsonPath("$.figures[*].value")
                .value(values -> assertThat(values.toString()).matches("\\[0(,0)*]"));
    }

    private BodyContentSpec home() {
        return shopkeeper
                .signedIn(shop, Role.CASHIER)
                .get("/console/api/home")
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static void figure(BodyContentSpec home, int at, String name, int value, int yesterday) {
        home.jsonPath("$.figures[" + at + "].name").isEqualTo(name);
        home.jsonPath("$.figures[" + at + "].value").isEqualTo(value);
        home.jsonPath("$.figures[" + at + "].yesterday").isEqualTo(yesterday);
    }

    private void checksIn(Member member) {
        jdbc.within(shop, () -> checkIns.checkIn(member.id()));
    }
}
