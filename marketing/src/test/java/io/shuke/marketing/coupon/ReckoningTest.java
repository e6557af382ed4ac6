package io.shuke.marketing.coupon;

import static io.shuke.marketing.coupon.Given.PLAIN;
import static io.shuke.marketing.coupon.Given.basket;
import static io.shuke.marketing.coupon.Given.best;
import static io.shuke.marketing.coupon.Given.coupon;
import static io.shuke.marketing.coupon.Given.group;
import static io.shuke.marketing.coupon.Given.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.marketing.coupon.Benefit.Discounted;
import io.shuke.marketing.coupon.Benefit.FullReduction;
import io.shuke.marketing.coupon.Benefit.Voucher;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReckoningTest {

    private static final LevelPrice GOLD = new LevelPrice("金卡", 90);

    @Test
    void ofOneGroupOnlyTheBetterOneIsUsed() {
        var reckoning = best(
                basket(10000),
                coupon(1, new Voucher(500), PLAIN),
                coupon(2, new FullReduction(2000), PLAIN.from(10000)));

        assertThat(reckoning.coupons()).extracting(Reckoning.Step::coupon).containsExactly(2L);
        assertThat(reckoning.unused()).extracting(Reckoning.Unused::why).containsExactly("已选用更优惠的组合");
    }

    @Test
    void couponsOfTwoGroupsAddUp() {
        var reckoning = best(
                basket(10000),
                coupon(1, new Voucher(500), group("cash")),
                coupon(2, new Discounted(80, 0), group("rate")));

        assertThat(reckoning.discountFen()).isEqualTo(2500);
        assertThat(reckoning.words())
                .containsExactly(
                        "noodles ×1 100 元，优惠 25 元，实付 75 元",
                        "合计 100 元",
                        "「8 折」8 折 -20 元",
                        "「抵 5 元，不找零」抵 5 元，不找零 -5 元",
                        "还需支付 75 元");
    }

    @Test
    void whatStandsAloneCompetesWithAllOthersTogether() {
        var alone = PLAIN.stacking(new Stacking("big", true, true));
        var small = new Usable[] {
            coupon(1, new Voucher(500), group("a")),
            coupon(2, new Voucher(500), group("b")),
            coupon(3, new Voucher(900), alone)
        };

        assertThat(best(basket(10000), small).discountFen()).isEqualTo(1000);
        small[2] = coupon(3, new Voucher(1100), alone);
        assertThat(best(basket(10000), small).coupons())
                .extracting(Reckoning.Step::coupon)
                .containsExactly(3L);
    }

    @Test
    void theLevelGoesFirstAndTheThresholdCountsAfterIt() {
        var reckoning = Reckoning.best(
                basket(30000),
                List.of(coupon(1, new FullReduction(2000), PLAIN.from(30000))),
                new Paying(GOLD, PointsOffset.NONE, 0, 0));

        assertThat(reckoning.discountFen()).isEqualTo(3000);
        assertThat(reckoning.unused()).hasSize(1);
    }

    @Test
    void theLevelStepsBackWhenACouponAloneIsBetter() {
        var reckoning = Reckoning.best(
                basket(30000),
                List.of(coupon(1, new FullReduction(5000), PLAIN.from(30000))),
                new Paying(GOLD, PointsOffset.NONE, 0, 0));

        assertThat(reckoning.discountFen()).isEqualTo(5000);
        assertThat(reckoning.words()).contains("本单不用金卡的折扣，用券更优惠");
    }

    @Test
    void pointsAndTheBalancePayWhatIsLeft() {
        var reckoning = Reckoning.best(
                basket(line("noodles", 1, 3000), line("egg", 2, 401)),
                List.of(coupon(1, new Voucher(500), PLAIN)),
                new Paying(GOLD, new PointsOffset(100, 50), 2000, 1000));

        // 34.01 − 3.40 (9 折, rounded down) − 5.00 = 25.61; half of it may be paid in points.
        assertThat(reckoning.discountFen()).isEqualTo(840);
        assertThat(reckoning.points()).isEqualTo(1280);
        assertThat(reckoning.pointsFen()).isEqualTo(1280);
        assertThat(reckoning.balanceFen()).isEqualTo(1000);
        assertThat(reckoning.payableFen()).isEqualTo(281);
        assertThat(reckoning.words())
                .containsSubsequence(
                        "合计 34.01 元", "金卡 9 折 -3.40 元", "积分抵现（1280 积分） -12.80 元", "余额支付 -10 元", "还需支付 2.81 元");
    }

    @Test
    void noPointIsTakenThatPaysNothing() {
        var reckoning =
                Reckoning.best(basket(5), List.of(), new Paying(LevelPrice.NONE, new PointsOffset(1000, 100), 57, 0));

        assertThat(reckoning.points()).isEqualTo(50);
        assertThat(reckoning.payableFen()).isZero();
    }

    @Test
    void twoFenAreRoundedDownAndNeverLost() {
        var reckoning = Reckoning.best(
                basket(line("a", 1, 1), line("b", 1, 1)),
                List.of(coupon(1, new Discounted(50, 0), PLAIN)),
                new Paying(GOLD, PointsOffset.NONE, 0, 0));

        assertThat(reckoning.discountFen()).isEqualTo(1);
        assertThat(reckoning.lines()).extracting(Reckoning.Line::payableFen).containsExactly(0L, 1L);
    }

    @Test
    void ofEqualOnesTheFewerThenTheSoonerThenTheOlderAreUsed() {
        var later = new Usable(1, 1, "later", new Voucher(500), group("a"), Given.SOON.plusSeconds(60));
        var sooner = coupon(3, new Voucher(500), group("a"));
        var alsoSooner = coupon(2, new Voucher(500), group("a"));
        var needless = coupon(4, new Voucher(100), group("b"));

        var reckoning = best(basket(500), later, sooner, alsoSooner, needless);

        assertThat(reckoning.coupons()).extracting(Reckoning.Step::coupon).containsExactly(2L);
    }

    @Test
    void chosenCouponsAreUsedOrRefusedByName() {
        var cash = coupon(1, new Voucher(500), PLAIN);
        var also = coupon(2, new Voucher(700), PLAIN);
        var dear = coupon(3, new FullReduction(700), group("b").from(20000));

        assertThat(Reckoning.of(basket(900), List.of(cash), Paying.PLAIN).discountFen())
                .isEqualTo(500);
        assertThatThrownBy(() -> Reckoning.of(basket(900), List.of(cash, also), Paying.PLAIN))
                .isInstanceOfSatisfying(
                        CouponRefusal.class, no -> assertThat(no.details()).contains("不能与其他所选的券同用"));
        assertThatThrownBy(() -> Reckoning.of(basket(900), List.of(cash, dear), Paying.PLAIN))
                .isInstanceOfSatisfying(
                        CouponRefusal.class, no -> assertThat(no.details()).contains("未满 200 元，还差 191 元"));
    }

    @Test
    void anEmptyBillIsABill() {
        assertThat(best(basket(), coupon(new Voucher(500))).payableFen()).isZero();
    }
}
