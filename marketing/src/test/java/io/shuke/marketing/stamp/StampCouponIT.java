package io.shuke.marketing.stamp;

import static io.shuke.marketing.stamp.CoffeeBar.COFFEE;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.Shop;
import io.shuke.marketing.ShopTest;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.marketing.coupon.Coupon;
import io.shuke.marketing.coupon.Coupons;
import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Redeeming;
import io.shuke.marketing.coupon.Redemptions;
import io.shuke.marketing.coupon.Terms;
import io.shuke.marketing.coupon.Validity;
import io.shuke.marketing.coupon.Way;
import io.shuke.member.ledger.Asset;
import io.shuke.member.membership.MemberId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rewards that are coupons. */
@ShopTest
class StampCouponIT {

    private static final int WIDE = 200;

    @Autowired
    Shop shop;

    @Autowired
    CoffeeBar bar;

    @Autowired
    StampCards cards;

    @Autowired
    Rewards rewards;

    @Autowired
    Offers offers;

    @Autowired
    Coupons coupons;

    @Autowired
    Redemptions redemptions;

    @BeforeEach
    void open() {
        shop.open();
    }

    @AfterEach
    void allAddsUp() {
        shop.ledgerAddsUp();
    }

    @Test
    void aPromisedCouponIsInTheWalletWithTheStampThatEarnsIt() {
        cardWithCoupon(null);
        var member = shop.member(0);

        bar.buy(member, 5);

        assertThat(wallet(member)).containsExactly(Coupon.State.CLAIMED);
        assertThat(ready(member)).as("nothing to fetch").isEmpty();
    }

    @Test
    void aCouponGoesBackWithItsStampsAndComesAgainWithTheNext() {
        cardWithCoupon(null);
        var member = shop.member(0);
        var bill = bar.buy(member, 5);

        bar.refund(bill, 1);
        assertThat(wallet(member)).containsExactly(Coupon.State.TAKEN_BACK);
        bar.buy(member, 1);

        assertThat(wallet(member)).containsExactly(Coupon.State.CLAIMED, Coupon.State.TAKEN_BACK);
    }

    @Test
    void aCouponThatWasUsedIsWorkedOffAndNotGivenTwice() {
        cardWithCoupon(null);
        var member = shop.member(0);
        var bill = bar.buy(member, 5);
        redeem(member);

        bar.refundAll(bill);
        assertThat(wallet(member)).containsExactly(Coupon.State.REDEEMED);
        bar.buy(member, 5);

        assertThat(wallet(member)).containsExactly(Coupon.State.REDEEMED);
    }

    @Test
    void whatIsSoldOutWaitsAtTheCounter() {
        cardWithCoupon(1L);
        var first = shop.member(0);
        var second = shop.member(0);

        bar.buy(first, 5);
        var bill = bar.buy(second, 5);

        assertThat(wallet(first)).hasSize(1);
        assertThat(wallet(second)).isEmpty();
        assertThat(ready(second)).extracting(EarnedReward::text).containsExactly("5 元券");
        bar.refundAll(bill);
        assertThat(ready(second)).isEmpty();
    }

    @Test
    void aCouponThatTheShopDoesNotHaveIsNotPromised() {
        var promise = List.of(new StampReward(5, "5 元券", 404L));

        assertThat(shop.refusal(() -> cards.add(new StampTerms("集章卡", COFFEE, promise))))
                .isEqualTo("offer.unknown");
    }

    @Test
    void aCouponIsEitherUsedOrTakenBack() {
        var card = cardWithCoupon(null);
        var member = shop.member(0);
        var bill = bar.buy(member, 5);
        var coupon =
                shop.in(() -> coupons.wallet(member, null, 9)).items().get(0).coupon();

        var outcomes = shop.race(2, n -> {
            if (n == 0) {
                redemptions.redeem(redeeming(coupon));
            } else {
                bar.refundHere(bill);
            }
        });

        assertThat(outcomes.get(1)).isEqualTo("ok");
        assertThat(count(card, member)).isZero();
        assertThat(wallet(member))
                .containsExactly(outcomes.get(0).equals("ok") ? Coupon.State.REDEEMED : Coupon.State.TAKEN_BACK);
    }

    @Test
    void twoHundredBillsAtOnceBringEachCouponOnce() {
        cardWithCoupon(null);
        var member = shop.member(0);

        assertThat(shop.race(WIDE, n -> bar.buyHere(member, 1))).containsOnly("ok");

        assertThat(wallet(member)).hasSize(WIDE / 5);
    }

    private StampCard cardWithCoupon(@Nullable Long stock) {
        return shop.in(() -> {
            var offer = offers.create(
                            new NewOffer(
                                    "5 元券",
                                    new Benefit.Voucher(500),
                                    Terms.plain(new Validity.Relative(0, 30)),
                                    Giving.by(0, Way.STAMP),
                                    stock),
                            "staff:1")
                    .offer();
            return cards.add(new StampTerms("集章卡", COFFEE, List.of(new StampReward(5, "5 元券", offer.id()))));
        });
    }

    private List<Coupon.State> wallet(MemberId member) {
        return shop.in(() -> coupons.wallet(member, null, 99)).items().stream()
                .map(one -> one.coupon().state())
                .toList();
    }

    private void redeem(MemberId member) {
        var coupon =
                shop.in(() -> coupons.wallet(member, null, 9)).items().get(0).coupon();
        shop.in(() -> {
            redemptions.redeem(redeeming(coupon));
            return true;
        });
    }

    private static Redeeming redeeming(Coupon coupon) {
        return new Redeeming(coupon.member(), "bill:900" + coupon.id(), 1, "till:1", Map.of(coupon.id(), 500L));
    }

    private long count(StampCard card, MemberId member) {
        return shop.balance(member, Asset.stamps(card.id().value()));
    }

    private List<EarnedReward> ready(MemberId member) {
        return shop.in(() -> rewards.ready(member));
    }
}
