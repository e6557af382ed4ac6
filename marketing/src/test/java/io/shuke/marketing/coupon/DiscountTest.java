package io.shuke.marketing.coupon;

import static io.shuke.marketing.coupon.Given.PLAIN;
import static io.shuke.marketing.coupon.Given.basket;
import static io.shuke.marketing.coupon.Given.best;
import static io.shuke.marketing.coupon.Given.coupon;
import static io.shuke.marketing.coupon.Given.delivered;
import static io.shuke.marketing.coupon.Given.line;
import static io.shuke.marketing.coupon.Given.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.marketing.coupon.Benefit.Discounted;
import io.shuke.marketing.coupon.Benefit.Exchange;
import io.shuke.marketing.coupon.Benefit.FreeShipping;
import io.shuke.marketing.coupon.Benefit.FullReduction;
import io.shuke.marketing.coupon.Benefit.Gift;
import io.shuke.marketing.coupon.Benefit.SecondHalf;
import io.shuke.marketing.coupon.Benefit.Voucher;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind on its own. */
class DiscountTest {

    static Stream<Arguments> table() {
        var twoEggs = basket(line("noodles", 1, 1800), line("egg", 2, 401));
        return Stream.of(
                // 满减
                Arguments.of(new FullReduction(5000), PLAIN.from(30000), basket(30000), 5000),
                Arguments.of(new FullReduction(5000), PLAIN.from(30000), basket(29999), 0),
                Arguments.of(new FullReduction(500), only("egg").from(400), twoEggs, 401),
                // 折扣, rounded down
                Arguments.of(new Discounted(85, 0), PLAIN, basket(1000), 150),
                Arguments.of(new Discounted(90, 0), PLAIN, basket(2), 0),
                Arguments.of(new Discounted(90, 0), PLAIN, basket(19), 1),
                Arguments.of(new Discounted(1, 0), PLAIN, basket(3), 2),
                Arguments.of(new Discounted(50, 200), PLAIN, basket(1000), 200),
                Arguments.of(new Discounted(50, 0), only("egg"), twoEggs, 200),
                // 代金, never above the bill
                Arguments.of(new Voucher(500), PLAIN, basket(1200), 500),
                Arguments.of(new Voucher(500), PLAIN, basket(320), 320),
                Arguments.of(new Voucher(500), only("egg"), twoEggs, 401),
                // 赠品: off the bill when it stands there, handed over when not
                Arguments.of(new Gift("egg", "卤蛋"), PLAIN, twoEggs, 200),
                Arguments.of(new Gift("tea", "热茶"), PLAIN, twoEggs, 0),
                // 兑换
                Arguments.of(new Exchange("egg", "卤蛋"), PLAIN, twoEggs, 200),
                Arguments.of(new Exchange("tea", "热茶"), PLAIN, twoEggs, 0),
                // 运费
                Arguments.of(new FreeShipping(0), PLAIN, delivered(2000, 600), 600),
                Arguments.of(new FreeShipping(400), PLAIN, delivered(2000, 600), 400),
                Arguments.of(new FreeShipping(0), PLAIN, basket(2000), 0),
                // 第二件半价
                Arguments.of(new SecondHalf(50, 1), PLAIN, basket(line("tea", 2, 1001)), 250),
                Arguments.of(new SecondHalf(50, 1), PLAIN, basket(line("tea", 4, 2000)), 250),
                Arguments.of(new SecondHalf(50, 2), PLAIN, basket(line("tea", 4, 2000)), 500),
                Arguments.of(new SecondHalf(0, 1), PLAIN, basket(line("tea", 1, 800), line("egg", 1, 200)), 200),
                Arguments.of(new SecondHalf(50, 1), PLAIN, basket(line("tea", 1, 800)), 0));
    }

    @ParameterizedTest
    @MethodSource("table")
    void takesOff(Benefit benefit, Terms terms, Basket basket, long fen) {
        var reckoning = best(basket, coupon(1, benefit, terms));

        assertThat(reckoning.discountFen()).isEqualTo(fen);
        assertThat(reckoning.payableFen()).isEqualTo(basket.totalFen() - fen);
    }

    @Test
    void aGiftThatIsNotOnTheBillIsHandedOver() {
        var reckoning = best(basket(2000), coupon(new Gift("egg", "卤蛋")));

        assertThat(reckoning.handOver()).containsExactly("卤蛋");
        assertThat(reckoning.words()).contains("请交给顾客：卤蛋");
    }

    @Test
    void anExperienceIsForTheStaffToHandOverWhenItIsChosen() {
        var tasting = coupon(new Exchange("", "新品试吃"));

        assertThat(best(basket(2000), tasting).coupons()).isEmpty();
        assertThat(Reckoning.of(basket(2000), List.of(tasting), Paying.PLAIN).handOver())
                .containsExactly("新品试吃");
    }

    @Test
    void spreadsToTheLastFen() {
        assertThat(Discount.spread(2, new long[] {1, 1, 1})).containsExactly(1, 1, 0);
        assertThat(Discount.spread(100, new long[] {333, 333, 334})).containsExactly(33, 33, 34);
        assertThat(Discount.spread(9, new long[] {2, 0, 3}))
                .as("never more than there is")
                .containsExactly(2, 0, 3);
        assertThat(Discount.spread(5, new long[] {0, 0})).containsExactly(0, 0);
    }

    @Test
    void whatIsReturnedPieceByPieceComesToTheWhole() {
        var line = line("egg", 3, 1000);

        var parts = Stream.of(line.part(100, 0, 1), line.part(100, 1, 1), line.part(100, 2, 1));

        assertThat(parts).containsExactly(33L, 33L, 34L);
        assertThat(line.part(100, 0, 3)).isEqualTo(100);
        assertThatThrownBy(() -> line.part(100, 2, 2)).isInstanceOf(CouponRefusal.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1_000_001, Long.MIN_VALUE, Long.MAX_VALUE})
    void noCouponIsWorthNothingOrEverything(long fen) {
        assertThatThrownBy(() -> new Voucher(fen)).isInstanceOf(OfferRefusal.class);
        assertThatThrownBy(() -> new FullReduction(fen)).isInstanceOf(OfferRefusal.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100, 101})
    void noDiscountIsNoneOrEverything(int percent) {
        assertThatThrownBy(() -> new Discounted(percent, 0)).isInstanceOf(OfferRefusal.class);
    }
}
