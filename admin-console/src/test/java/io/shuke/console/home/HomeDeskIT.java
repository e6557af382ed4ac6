package io.shuke.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.SettableClock;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.marketing.checkin.CheckIns;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Terms;
import io.shuke.marketing.coupon.Validity;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Member;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.ProfileChange;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

@ShopTest
class HomeDeskIT {

    private static final String SUGGESTIONS = "/console/api/home/suggestions";
    private static final NewOffer FIVE_YUAN = new NewOffer(
            "五元券", new Benefit.Voucher(500), Terms.plain(new Validity.Relative(0, 30)), Giving.by(0), null);

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Members members;

    @Autowired
    Offers offers;

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

    @Test
    void takingsAreNotForTheCounter() {
        var names = "$.figures[?(@.name=='member-takings-fen')]";
        home().jsonPath(names).isEmpty();
        shopkeeper
                .signedIn(shop, Role.MANAGER)
                .get("/console/api/home")
                .expectBody()
                .jsonPath(names)
                .isNotEmpty();
    }

    @Test
    void aBirthdayBecomesACouponWithOneTap() {
        var guest = shopkeeper.welcomes(shop, "老王");
        var inThreeDays = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"))
                .plusDays(3)
                .withYear(1988);
        jdbc.within(shop, () -> members.change(guest.id(), new ProfileChange(null, inThreeDays, null, null)));
        var offer = jdbc.within(shop, () -> offers.create(FIVE_YUAN, "staff:1"))
                .offer()
                .id();
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        var suggestions = owner.get(SUGGESTIONS).expectStatus().isOk().expectBody();
        suggestions.jsonPath("$.items.length()").isEqualTo(1);
        suggestions.jsonPath("$.items[0].title").isEqualTo("1 位会员 3 天后过生日");
        suggestions.jsonPath("$.items[0].members[0].nickname").isEqualTo("老王");
        suggestions.jsonPath("$.offers[0].title").isEqualTo("五元券");

        var wish = "{\"deed\":\"GIFT\",\"offerId\":\"" + offer + "\"}";
        for (int tap = 0; tap < 2; tap++) {
            owner.post(SUGGESTIONS + "/BIRTHDAY_3", wish)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.done.words")
                    .isEqualTo("正在给 1 位各送一张「五元券」");
        }

        owner.post(SUGGESTIONS + "/BIRTHDAY_3", "{\"deed\":\"PUSH\"}")
                .expectStatus()
                .isEqualTo(409);
        owner.post(SUGGESTIONS + "/BIRTHDAY_3", "{\"deed\":\"GIFT\",\"offerId\":\"x\"}")
                .expectStatus()
                .isBadRequest();
        owner.post(SUGGESTIONS + "/NOTHING", wish).expectStatus().isBadRequest();
        var after = owner.get(SUGGESTIONS).expectBody();
        after.jsonPath("$.items.length()").isEqualTo(0);
        after.jsonPath("$.done[0].done.stoppable").isEqualTo(true);
        shopkeeper.signedIn(shop, Role.CASHIER).get(SUGGESTIONS).expectStatus().isForbidden();
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
