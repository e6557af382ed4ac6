package io.shuke.marketing.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.SettableClock;
import io.shuke.marketing.ShopTest;
import io.shuke.marketing.coupon.BasketLine;
import io.shuke.marketing.pass.PassBenefit;
import io.shuke.marketing.pass.PassProducts;
import io.shuke.marketing.pass.PassTerms;
import io.shuke.marketing.pass.Passes;
import io.shuke.member.ground.Fen;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Reference;
import io.shuke.member.level.Benefits;
import io.shuke.member.level.Ladder;
import io.shuke.member.level.Levels;
import io.shuke.member.level.Measure;
import io.shuke.member.level.Rung;
import io.shuke.member.membership.MemberId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A pass with a price for everything, from the scan to the refund; 20.00 yuan of goods each time. */
@ShopTest
class PassAtTillIT {

    @Autowired
    Shopfront shop;

    @Autowired
    Quotes quotes;

    @Autowired
    Levels levels;

    @Autowired
    PassProducts products;

    @Autowired
    Passes passes;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void open() {
        shop.open();
    }

    @AfterEach
    void allAddsUp() {
        shop.booksAddUp();
    }

    @Test
    void thePassPaysAndIsNamed() {
        var member = shop.regular(0, 0, 0);
        sold(member, 80);

        var one = shop.settle(shop.bill("A1", member, 1_600)).settlement();

        assertThat(one.levelFen()).isEqualTo(400);
        assertThat(one.explained()).contains("8折卡 8 折 -4 元");
        assertThat(shop.scan(0, member).price().words()).isEqualTo("8折卡 8 折");
    }

    @Test
    void ofLevelAndPassTheBetterCountsAndTheyDoNotMultiply() {
        everybodyPays(90);
        var member = shop.regular(0, 0, 0);
        sold(member, 80);

        assertThat(shop.settle(shop.bill("A1", member, 1_600)).settlement().explained())
                .contains("8折卡 8 折（比会员 9 折优惠，两者不叠加） -4 元");
        everybodyPays(70);
        assertThat(shop.settle(shop.bill("A2", member, 1_400)).settlement().explained())
                .contains("会员 7 折（比8折卡 8 折优惠，两者不叠加） -6 元");
    }

    @Test
    void whatIsQuotedIsWhatIsSettled() {
        var member = shop.regular(0, 0, 0);
        sold(member, 80);
        var voucher = shop.voucher(member, 500);
        var lines = List.of(new BasketLine("sku-牛肉面", "牛肉面", "面", 1, 2_000));

        var quoted = shop.in(() -> quotes.quote(new Quotes.Question(shop.store(0), member, lines, null, 0, 0)));

        assertThat(quoted.payableFen()).as("8 折, then the voucher").isEqualTo(1_100);
        assertThat(shop.settle(shop.bill("A1", member, List.of(voucher), 0, 0, 1_100))
                        .settlement()
                        .couponFen())
                .isEqualTo(500);
    }

    @Test
    void aRefundGivesBackWhatWasPaid() {
        var member = shop.regular(0, 0, 0);
        sold(member, 80);
        var bill = shop.settle(shop.bill("A1", member, 1_600)).settlement();

        var refunded = shop.refund(bill.id(), "R1", 1_600);

        assertThat(refunded.whole()).isTrue();
        assertThat(refunded.moneyFen()).isEqualTo(1_600);
        assertThat(shop.owned(member, Asset.POINTS)).isZero();
    }

    @Test
    void aPassThatIsOverOrTakenBackPaysNothing() {
        var member = shop.regular(0, 0, 0);
        var pass = sold(member, 80);
        shop.in(() -> passes.takeBack(pass, "staff:1"));
        assertThat(shop.settle(shop.bill("A1", member, 2_000)).first()).isTrue();

        sold(member, 80);
        clock.setNoon(Shopfront.TODAY.plusDays(30), Shopfront.SHANGHAI);
        shop.scan(0, member);
        assertThat(shop.settle(shop.bill("A2", member, 2_000)).first()).isTrue();
    }

    private void everybodyPays(int percent) {
        var benefits = new Benefits(percent, 100, "", false, 0, false);
        shop.in(() ->
                levels.change(new Ladder(Measure.AMOUNT, 6, 3, 0, 0, 100, List.of(Rung.of(1, "会员", 0, benefits)))));
    }

    private long sold(MemberId member, int percent) {
        return shop.in(() -> {
            var terms = new PassTerms("8折卡", new PassBenefit.Discount(percent), 30, new Fen(9_900));
            var product = products.add(terms);
            return passes.sell(member, product.id(), new Reference("sale:" + product.id()), "staff:1")
                    .id();
        });
    }
}
