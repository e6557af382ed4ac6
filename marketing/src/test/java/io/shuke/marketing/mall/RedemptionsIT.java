package io.shuke.marketing.mall;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.Shop;
import io.shuke.marketing.ShopTest;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.membership.MemberId;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class RedemptionsIT {

    private static final int WIDE = 200;

    @Autowired
    Shop shop;

    @Autowired
    Gifts gifts;

    @Autowired
    Redemptions redemptions;

    @Autowired
    Uncollected uncollected;

    @Autowired
    Ledger ledger;

    @BeforeEach
    void open() {
        shop.open();
    }

    @AfterEach
    void allAddsUp() {
        shop.ledgerAddsUp();
        assertThat(shop.count("SELECT COUNT(*) FROM gift g WHERE g.merchant_id = ? AND g.given <> (SELECT COUNT(*)"
                        + " FROM gift_redemption r WHERE r.merchant_id = g.merchant_id AND r.gift_id = g.id"
                        + " AND r.state <> 'RETURNED')"))
                .as("what was given is what lies ready or was collected")
                .isZero();
    }

    @Test
    void aGiftCostsItsPointsAndLiesReady() {
        var bowl = bowl(10, GiftLimits.NONE);
        var member = shop.member(250);

        var redemption = redeem(member, bowl);

        assertThat(redemption.state()).isEqualTo(Redemption.State.READY);
        assertThat(redemption.collectThrough()).isEqualTo(Shop.TODAY.plusDays(30));
        assertThat(shop.points(member)).isEqualTo(150);
        assertThat(left(bowl)).isEqualTo(9);
        assertThat(shop.in(() -> redemptions.of(member, null, 20).items())).containsExactly(redemption);
        assertThat(shop.in(() -> ledger.history(member, Asset.POINTS, null, 1)
                        .items()
                        .get(0)
                        .text()))
                .isEqualTo("兑换 面碗 -100");
    }

    @Test
    void withoutThePointsNothingIsTaken() {
        var bowl = bowl(10, GiftLimits.NONE);
        var member = shop.member(99);

        assertThat(shop.refusal(() -> redemptions.redeem(member, bowl))).isEqualTo("points.insufficient");

        assertThat(left(bowl)).isEqualTo(10);
        assertThat(shop.points(member)).isEqualTo(99);
    }

    @Test
    void whoHasNotBoughtOftenEnoughWaits() {
        var forRegulars = bowl(10, new GiftLimits(0, 0, 0, 0, 3));
        var member = shop.member(500);

        assertThat(shop.refusal(() -> redemptions.redeem(member, forRegulars))).isEqualTo("gift.too-few-visits");
    }

    @Test
    void tomorrowTheDaysLimitBeginsAnew() {
        var oneADay = bowl(10, new GiftLimits(0, 1, 0, 0, 0));
        var member = shop.member(500);
        redeem(member, oneADay);

        assertThat(shop.refusal(() -> redemptions.redeem(member, oneADay))).isEqualTo("gift.limit-reached-today");
        shop.setDay(Shop.TODAY.plusDays(1));
        redeem(member, oneADay);

        assertThat(shop.points(member)).isEqualTo(300);
    }

    @Test
    void whatIsTakenBackGoesBackOnTheShelfAndReturnsThePoints() {
        var one = bowl(1, new GiftLimits(1, 0, 0, 0, 0));
        var member = shop.member(100);
        var redemption = redeem(member, one);

        var back = shop.in(() -> redemptions.takeBack(redemption.code(), "staff:7"));

        assertThat(back.state()).isEqualTo(Redemption.State.RETURNED);
        assertThat(shop.points(member)).isEqualTo(100);
        assertThat(shop.refusal(() -> redemptions.collect(redemption.code(), "staff:7")))
                .isEqualTo("gift.returned");
        redeem(member, one);
    }

    @Test
    void isHandedOverOnce() {
        var redemption = redeem(shop.member(100), bowl(1, GiftLimits.NONE));

        var outcomes = shop.race(WIDE, n -> redemptions.collect(redemption.code(), "staff:" + n));

        assertThat(Collections.frequency(outcomes, "ok")).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, "gift.already-collected")).isEqualTo(WIDE - 1);
    }

    @Test
    void isEitherHandedOverOrTakenBack() {
        var redemption = redeem(shop.member(100), bowl(1, GiftLimits.NONE));

        var outcomes = shop.race(WIDE, n -> {
            if (n % 2 == 0) {
                redemptions.collect(redemption.code(), "staff:1");
            } else {
                redemptions.takeBack(redemption.code(), "staff:2");
            }
        });

        assertThat(Collections.frequency(outcomes, "ok")).isEqualTo(1);
        var collected = shop.in(() -> redemptions.find(redemption.code())).state() == Redemption.State.COLLECTED;
        assertThat(shop.points(redemption.member())).isEqualTo(collected ? 0 : 100);
    }

    @Test
    void twoHundredWishesForTheLastFiveTakeFive() {
        var five = bowl(5, GiftLimits.NONE);
        var members = Collections.nCopies(WIDE, 100L).stream().map(shop::member).toList();

        var outcomes = shop.race(WIDE, n -> redemptions.redeem(members.get(n), five));

        assertThat(Collections.frequency(outcomes, "ok")).isEqualTo(5);
        assertThat(Collections.frequency(outcomes, "gift.sold-out")).isEqualTo(WIDE - 5);
        assertThat(members.stream().mapToLong(shop::points).sum()).isEqualTo(100L * (WIDE - 5));
    }

    @Test
    void twoHundredWishesOfOneMemberKeepHisLimit() {
        var two = bowl(100, new GiftLimits(2, 0, 0, 0, 0));
        var member = shop.member(10_000);

        var outcomes = shop.race(WIDE, n -> redemptions.redeem(member, two));

        assertThat(Collections.frequency(outcomes, "ok")).isEqualTo(2);
        assertThat(shop.points(member)).isEqualTo(9_800);
    }

    @Test
    void nobodySpendsTheSamePointsOnTwoGifts() {
        var one = bowl(100, GiftLimits.NONE);
        var other = bowl(100, GiftLimits.NONE);
        var member = shop.member(100);

        var outcomes = shop.race(WIDE, n -> redemptions.redeem(member, n % 2 == 0 ? one : other));

        assertThat(Collections.frequency(outcomes, "ok")).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, "points.insufficient")).isEqualTo(WIDE - 1);
        assertThat(shop.points(member)).isZero();
    }

    @Test
    void whatNobodyCollectsGoesBackOnce() {
        var bowl = bowl(10, GiftLimits.NONE);
        var late = shop.member(100);
        redeem(late, bowl);
        var collected = redeem(shop.member(100), bowl);
        shop.in(() -> redemptions.collect(collected.code(), "staff:7"));
        var dayAfter = Shop.TODAY.plusDays(31);

        assertThat(shop.in(() -> uncollected.run(dayAfter.minusDays(1)))).isZero();
        var runs = new AtomicReference<>(0);
        shop.race(20, n -> {
            var returned = uncollected.run(dayAfter);
            runs.accumulateAndGet(returned, Integer::sum);
        });

        assertThat(runs.get()).isEqualTo(1);
        assertThat(shop.points(late)).isEqualTo(100);
        assertThat(left(bowl)).isEqualTo(9);
    }

    @Test
    void aChangeBySomebodyElseIsNotOverwritten() {
        var bowl = bowl(10, GiftLimits.NONE);
        var terms = shop.in(() -> gifts.one(bowl)).terms();

        shop.in(() -> gifts.change(bowl, 1, terms, false));

        assertThat(shop.refusal(() -> gifts.change(bowl, 1, terms, true))).isEqualTo("gift.changed-meanwhile");
        assertThat(shop.in(gifts::onOffer)).isEmpty();
    }

    @Test
    void stockCannotBeLessThanWhatWasGiven() {
        var bowl = bowl(10, GiftLimits.NONE);
        redeem(shop.member(100), bowl);

        assertThat(shop.refusal(() -> gifts.change(bowl, 1, terms(0, GiftLimits.NONE), true)))
                .isEqualTo("gift.less-than-given");
    }

    @Test
    void unknownGiftsAndCodesAreUnknown() {
        var member = shop.member(100);

        assertThat(shop.refusal(() -> redemptions.redeem(member, new GiftId(1))))
                .isEqualTo("gift.unknown");
        assertThat(shop.refusal(() -> redemptions.find(new PickUpCode("00000000"))))
                .isEqualTo("gift.unknown-code");
        assertThat(List.of("x", "-1", "99999999999999999999"))
                .allSatisfy(cursor -> assertThat(shop.refusal(() -> redemptions.of(member, cursor, 20)))
                        .isIn("gift.bad-cursor", "ok"));
    }

    private GiftId bowl(int stock, GiftLimits limits) {
        return shop.in(() -> gifts.add(terms(stock, limits))).id();
    }

    private static GiftTerms terms(int stock, GiftLimits limits) {
        return new GiftTerms("面碗", 100, stock, limits, null, null, 30);
    }

    private Redemption redeem(MemberId member, GiftId gift) {
        return shop.in(() -> redemptions.redeem(member, gift));
    }

    private int left(GiftId gift) {
        return shop.in(() -> gifts.one(gift)).remaining();
    }
}
