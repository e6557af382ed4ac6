package io.shuke.marketing.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.Shop;
import io.shuke.marketing.ShopTest;
import io.shuke.marketing.referral.Referral.State;
import io.shuke.marketing.referral.Referral.Why;
import io.shuke.member.membership.MemberId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody may try who wants rewards without friends. */
@ShopTest
class ReferralAttackIT {

    private static final int WIDE = 200;

    @Autowired
    Shop shop;

    @Autowired
    Neighbourhood people;

    @Autowired
    Referrals referrals;

    @Autowired
    Traces traces;

    @Autowired
    Rewarding rewarding;

    @BeforeEach
    void open() {
        shop.open();
        people.plan(5, 50, 100);
    }

    @AfterEach
    void allAddsUp() {
        people.allAddsUp();
    }

    @Test
    void whoSharesAPhoneOrAPayAccountIsNoNewFriend() {
        var inviter = shop.member(0);
        var own = people.friendOf(inviter);
        var other = people.friendOf(inviter);
        var farmed = people.friendOf(inviter);
        var paidFor = people.friendOf(inviter);
        seen(inviter, Traces.Kind.DEVICE, "phone-of-the-inviter");
        seen(own, Traces.Kind.DEVICE, "phone-of-the-inviter");
        seen(other, Traces.Kind.DEVICE, "another-phone");
        seen(farmed, Traces.Kind.DEVICE, "another-phone");
        seen(inviter, Traces.Kind.PAYER, "openid-of-the-inviter");
        seen(paidFor, Traces.Kind.PAYER, "openid-of-the-inviter");
        List.of(own, other, farmed, paidFor).forEach(friend -> people.buys(friend, 2_000));

        assertThat(after(7)).isEqualTo(1);

        assertThat(referral(own).why()).isEqualTo(Why.DEVICE);
        assertThat(state(other)).isEqualTo(State.REWARDED);
        assertThat(referral(farmed).why()).isEqualTo(Why.DEVICE);
        assertThat(referral(paidFor).why()).isEqualTo(Why.PAYER);
        assertThat(people.wallet(inviter)).hasSize(1);
    }

    private void seen(MemberId member, Traces.Kind kind, String what) {
        shop.in(() -> {
            traces.seen(member, kind, what);
            return true;
        });
    }

    @Test
    void fiveHundredFriendsWhoBuyNothingBringNothing() {
        var inviter = shop.member(0);
        var code = shop.in(() -> referrals.code(inviter));

        assertThat(shop.race(500, n -> people.joins(people.identity(), code.value(), null)))
                .containsOnly("ok");

        assertThat(after(400)).isZero();
        assertThat(people.wallet(inviter)).isEmpty();
        assertThat(shop.in(() -> referrals.page(true, null, 99)).items()).hasSize(99);
    }

    @Test
    void whoeverBroughtMeIsNotMyFriendAndComingTenTimesIsComingOnce() {
        var a = shop.member(0);
        var identity = people.identity();
        var code = shop.in(() -> referrals.code(a));
        var b = shop.in(() -> people.joins(identity, code.value(), null));
        var other = shop.in(() -> referrals.code(shop.member(0)));

        IntStream.range(0, 10).forEach(n -> shop.in(() -> people.joins(identity, other.value(), other.scene())));

        assertThat(referral(b).inviter()).isEqualTo(a);
        assertThat(shop.in(() -> referrals.asFriend(a))).as("he came before").isEmpty();
        assertThat(shop.in(() -> referrals.of(a, null, 99)).items()).hasSize(1);
    }

    @Test
    void twoHundredFriendsAtOnceDoNotBreakTheCap() {
        people.plan(7, 7, 1000);
        var inviter = shop.member(0);
        IntStream.range(0, 20).forEach(n -> people.buys(people.friendOf(inviter), 2_000));

        assertThat(shop.race(WIDE, n -> rewarding.run(Shop.TODAY.plusDays(7 + n % 2))))
                .containsOnly("ok");

        assertThat(people.wallet(inviter)).hasSize(7);
    }

    private int after(int days) {
        return shop.in(() -> rewarding.run(Shop.TODAY.plusDays(days)));
    }

    private Referral referral(MemberId friend) {
        return shop.in(() -> referrals.asFriend(friend)).orElseThrow();
    }

    private State state(MemberId friend) {
        return referral(friend).state();
    }
}
