package io.shuke.marketing.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.marketing.SettableClock;
import io.shuke.marketing.ShopTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class RedemptionsIT {

    @Autowired
    Wallets wallets;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void open() {
        wallets.open();
    }

    @AfterEach
    void allAddsUp() {
        wallets.allAddsUp();
    }

    private Coupon coupon() {
        return wallets.claimed(wallets.open(9L), wallets.anyMember());
    }

    @Test
    void theSecondTillHearsWhereAndWhenTheFirstWas() {
        var coupon = coupon();
        wallets.redeem(coupon, "bill:1", "till:1");
        clock.advance(Duration.ofMinutes(5));

        assertThatThrownBy(() -> wallets.redeem(coupon, "bill:2", "till:2"))
                .isInstanceOfSatisfying(CouponRefusal.class, no -> {
                    assertThat(no.code()).isEqualTo("coupon.redeemed");
                    assertThat(no.details()).containsExactly("解放路店", "11月25日 12:00");
                });
        assertThat(wallets.read(coupon).state()).isEqualTo(Coupon.State.REDEEMED);
    }

    @Test
    void theSameBillAgainChangesNothing() {
        var coupon = coupon();
        wallets.redeem(coupon, "bill:1", "till:1");

        wallets.redeem(coupon, "bill:1", "till:1");

        assertThat(wallets.count("SELECT COUNT(*) FROM coupon_redemption WHERE merchant_id = ?"))
                .isEqualTo(1);
    }

    @Test
    void ofTwoCouponsBothAreUsedOrNone() {
        var member = wallets.anyMember();
        var one = wallets.claimed(wallets.open(9L), member);
        var other = wallets.claimed(wallets.open(9L), member);
        wallets.redeem(other, "bill:1", "till:1");

        assertThat(Wallets.outcome(() -> wallets.in(() -> wallets.redemptions.redeem(new Redeeming(
                        member, "bill:2", wallets.store(), "till:1", Map.of(one.id(), 500L, other.id(), 500L))))))
                .isEqualTo("coupon.redeemed");
        assertThat(wallets.read(one).state()).isEqualTo(Coupon.State.CLAIMED);
    }

    @Test
    void aHeldCouponWaitsForItsTillUntilItsTimeIsOver() {
        var coupon = coupon();
        wallets.in(
                () -> wallets.redemptions.hold(coupon.member(), List.of(coupon.id()), "till:1", Duration.ofMinutes(3)));

        assertThat(wallets.read(coupon).state()).isEqualTo(Coupon.State.HELD);
        assertThat(Wallets.outcome(() -> wallets.redeem(coupon, "bill:2", "till:2")))
                .isEqualTo("coupon.held");
        clock.advance(Duration.ofMinutes(3));
        assertThat(wallets.read(coupon).state()).isEqualTo(Coupon.State.CLAIMED);
        wallets.redeem(coupon, "bill:2", "till:2");
    }

    @Test
    void aReleasedCouponIsFree() {
        var coupon = coupon();
        wallets.in(
                () -> wallets.redemptions.hold(coupon.member(), List.of(coupon.id()), "till:1", Duration.ofMinutes(3)));

        wallets.in(() -> wallets.redemptions.release(List.of(coupon.id()), "till:1"));

        wallets.redeem(coupon, "bill:2", "till:2");
    }

    @Test
    void anothersCouponIsRefused() {
        var coupon = coupon();
        var thief = wallets.anyMember();

        assertThat(Wallets.outcome(() -> wallets.in(() -> wallets.redemptions.redeem(
                        new Redeeming(thief, "bill:1", wallets.store(), "till:1", Map.of(coupon.id(), 500L))))))
                .isEqualTo("coupon.not-yours");
        assertThat(Wallets.outcome(() -> wallets.in(() -> wallets.redemptions.chosen(thief, List.of(coupon.id())))))
                .isEqualTo("coupon.unknown");
    }

    @Test
    void aReversedBillGivesItsCouponBackAndItCanBeUsedAgain() {
        var coupon = coupon();
        wallets.redeem(coupon, "bill:1", "till:1");

        wallets.in(() -> wallets.redemptions.reverse(coupon.member(), "bill:1"));
        wallets.in(() -> wallets.redemptions.reverse(coupon.member(), "bill:1"));

        assertThat(wallets.read(coupon).state()).isEqualTo(Coupon.State.CLAIMED);
        wallets.redeem(coupon, "bill:2", "till:1");
        assertThat(wallets.count("SELECT COUNT(*) FROM coupon_redemption WHERE merchant_id = ?"))
                .isEqualTo(2);
    }

    @Test
    void aPartialRefundTakesItsShareBackAndTheLastOneTheCoupon() {
        var coupon = coupon();
        wallets.redeem(coupon, "bill:1", "till:1");

        giveBack(coupon, "refund:1", 200);
        giveBack(coupon, "refund:1", 200);

        assertThat(wallets.read(coupon).state()).isEqualTo(Coupon.State.REDEEMED);
        assertThat(Wallets.outcome(() -> giveBack(coupon, "refund:1", 300))).isEqualTo("coupon.reference-conflict");
        assertThat(Wallets.outcome(() -> giveBack(coupon, "refund:2", 301))).isEqualTo("coupon.more-than-discount");
        giveBack(coupon, "refund:2", 300);
        giveBack(coupon, "refund:2", 300);
        assertThat(wallets.read(coupon).state()).isEqualTo(Coupon.State.CLAIMED);
        assertThat(Wallets.outcome(() -> giveBack(coupon, "refund:3", 1))).isEqualTo("coupon.not-redeemed");
    }

    private void giveBack(Coupon coupon, String refund, long fen) {
        wallets.in(() -> wallets.redemptions.giveBack(coupon.member(), "bill:1", refund, Map.of(coupon.id(), fen)));
    }

    @Test
    void severalCodesAreLookedUpAtOnceAndOnlyForTheirOwner() {
        var member = wallets.anyMember();
        var one = wallets.claim(wallets.open(9L), member, null).orThrow();
        var other = wallets.claim(wallets.open(9L), member, null).orThrow();
        var codes = List.of(other.code(), one.code());

        assertThat(wallets.in(() -> wallets.redemptions.chosenByCode(member, codes)))
                .extracting(Coupon::id)
                .containsExactly(one.coupon().id(), other.coupon().id());
        assertThat(Wallets.outcome(
                        () -> wallets.in(() -> wallets.redemptions.chosenByCode(wallets.anyMember(), codes))))
                .isEqualTo("coupon.unknown");
    }

    @Test
    void nonsenseIsNoCode() {
        for (var typed : List.of("", "1234", "ILOVEYOUILOVEYOU", "0000000000000000", "' OR 1=1 --", "０".repeat(16))) {
            assertThat(Wallets.outcome(() -> wallets.in(() -> wallets.redemptions.byCode(typed))))
                    .isEqualTo("coupon.unknown");
        }
    }
}
