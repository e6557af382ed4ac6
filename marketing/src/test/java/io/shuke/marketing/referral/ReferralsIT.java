package io.shuke.marketing.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.Shop;
import io.shuke.marketing.ShopTest;
import io.shuke.marketing.coupon.Coupon;
import io.shuke.marketing.referral.Referral.State;
import io.shuke.marketing.referral.Referral.Why;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.Merges;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class ReferralsIT {

    private static final int WIDE = 200;

    @Autowired
    Shop shop;

    @Autowired
    Neighbourhood people;

    @Autowired
    Referrals referrals;

    @Autowired
    Rewarding rewarding;

    @Autowired
    Members members;

    @Autowired
    Merges merges;

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
    void bothSidesGetTheirCouponOnceTheReturnPeriodIsOver() {
        var inviter = shop.member(0);
        var friend = people.friendOf(inviter);
        assertThat(state(friend)).isEqualTo(State.JOINED);
        assertThat(after(400)).as("nobody is rewarded for joining").isZero();

        people.buys(friend, 2_000);

        assertThat(referral(friend).dueOn()).isEqualTo(Shop.TODAY.plusDays(7));
        assertThat(after(6)).isZero();
        assertThat(after(7)).isEqualTo(1);
        assertThat(after(7)).isZero();
        assertThat(people.wallet(inviter)).containsExactly(Coupon.State.CLAIMED);
        assertThat(people.wallet(friend)).containsExactly(Coupon.State.CLAIMED);
        assertThat(state(friend)).isEqualTo(State.REWARDED);
    }

    @Test
    void aBillTooSmallIsNotTheOne() {
        var friend = people.friendOf(shop.member(0));

        people.buys(friend, 999);
        assertThat(state(friend)).isEqualTo(State.JOINED);
        people.buys(friend, 1_000);

        assertThat(state(friend)).isEqualTo(State.BOUGHT);
    }

    @Test
    void aRefundBeforeTheRewardWaitsForTheNextBill() {
        var friend = people.friendOf(shop.member(0));
        people.refund(people.buys(friend, 2_000));

        assertThat(state(friend)).isEqualTo(State.JOINED);
        assertThat(after(30)).isZero();
        people.buys(friend, 2_000);
        assertThat(after(7)).isEqualTo(1);
    }

    @Test
    void aRefundTakesUnusedCouponsBackAndTheNextRewardPaysForAUsedOne() {
        var inviter = shop.member(0);
        var friend = people.friendOf(inviter);
        var bill = people.buys(friend, 2_000);
        after(7);
        people.uses(inviter);

        people.refund(bill);

        assertThat(state(friend)).isEqualTo(State.TAKEN_BACK);
        assertThat(people.wallet(friend)).containsExactly(Coupon.State.TAKEN_BACK);
        assertThat(people.wallet(inviter)).containsExactly(Coupon.State.REDEEMED);
        var second = people.friendOf(inviter);
        var third = people.friendOf(inviter);
        people.buys(second, 2_000);
        people.buys(third, 2_000);
        assertThat(after(7)).isEqualTo(2);
        assertThat(people.wallet(inviter)).containsExactly(Coupon.State.CLAIMED, Coupon.State.REDEEMED);
        assertThat(people.wallet(second)).containsExactly(Coupon.State.CLAIMED);
    }

    @Test
    void whoIsAMemberAlreadyHasNoInviter() {
        var inviter = shop.member(0);
        var code = shop.in(() -> referrals.code(inviter));
        var identity = people.identity();
        var regular = shop.in(() -> people.joins(identity, null, null));

        shop.in(() -> people.joins(identity, code.value(), null));

        assertThat(shop.in(() -> referrals.asFriend(regular))).isEmpty();
    }

    @Test
    void whoLeftAndComesBackIsNoNewFriend() {
        var inviter = shop.member(0);
        var code = shop.in(() -> referrals.code(inviter));
        var identity = people.identity();
        var before = shop.in(() -> people.joins(identity, null, null));
        shop.in(() -> {
            members.deregister(before);
            return true;
        });

        var again = shop.in(() -> people.joins(identity, null, code.scene()));

        assertThat(referral(again).why()).isEqualTo(Why.WAS_MEMBER);
        people.buys(again, 2_000);
        assertThat(after(7)).isZero();
    }

    @Test
    void aWrongCodeTurnsNobodyAway() {
        var joined = shop.in(() -> people.joins(people.identity(), "WRONG", "front-door"));

        assertThat(shop.in(() -> referrals.asFriend(joined))).isEmpty();
    }

    @Test
    void whatIsMoreThanADaysRewardsWaitsForTheNextAndWhatIsMoreThanAllIsNotGiven() {
        people.plan(2, 3, 100);
        var inviter = shop.member(0);
        IntStream.range(0, 5).forEach(n -> people.buys(people.friendOf(inviter), 2_000));

        assertThat(after(7)).isEqualTo(2);
        assertThat(after(7)).isZero();
        assertThat(after(8)).isEqualTo(3);

        assertThat(people.wallet(inviter)).hasSize(3);
    }

    @Test
    void aCrowdOfFriendsWaitsForTheOwner() {
        people.plan(50, 50, 2);
        var inviter = shop.member(0);
        people.friendOf(inviter);
        people.friendOf(inviter);
        var third = people.friendOf(inviter);
        var fourth = people.friendOf(inviter);
        people.buys(third, 2_000);
        people.buys(fourth, 2_000);

        assertThat(after(7)).isZero();
        var waiting = shop.in(() -> referrals.page(true, null, 9)).items();
        assertThat(waiting).extracting(Referral::friend).containsExactly(fourth, third);
        shop.in(() -> referrals.decide(waiting.get(1).id(), true, "staff:1"));
        shop.in(() -> referrals.decide(waiting.get(0).id(), false, "staff:1"));
        assertThat(shop.refusal(() -> referrals.decide(waiting.get(0).id(), true, "staff:1")))
                .isEqualTo("referral.decided");
        assertThat(after(7)).isEqualTo(1);
        assertThat(referral(fourth).why()).isEqualTo(Why.OWNER);
    }

    @Test
    void twoWhoAreOneHaveNotInvitedThemselves() {
        var older = shop.member(0);
        var younger = people.friendOf(older);
        people.buys(younger, 2_000);

        var merge = shop.in(() -> merges.merge(older, younger, "staff:1"));
        assertThat(referral(younger).why()).isEqualTo(Why.MERGED);
        assertThat(after(7)).isZero();
        shop.in(() -> {
            merges.undo(merge.id(), "staff:1");
            return true;
        });

        assertThat(state(younger)).isEqualTo(State.BOUGHT);
    }

    @Test
    void aMergeMakesNoCircle() {
        var a = shop.member(0);
        var b = people.friendOf(a);
        var other = shop.member(0);
        var a2 = people.friendOf(b);
        var c = people.friendOf(other);

        shop.in(() -> merges.merge(a, a2, "staff:1"));
        shop.in(() -> merges.merge(b, other, "staff:1"));

        assertThat(referral(a2).why())
                .as("a came before the one by whom he would have come")
                .isEqualTo(Why.MERGED);
        assertThat(referral(b).inviter()).isEqualTo(a);
        assertThat(referral(c).inviter()).isEqualTo(b);
    }

    @Test
    void twoHundredRunsAtOnceRewardEverybodyOnce() {
        people.plan(200, 200, 500);
        var inviter = shop.member(0);
        var friends = new ArrayList<MemberId>();
        IntStream.range(0, 10).forEach(n -> friends.add(people.friendOf(inviter)));
        friends.forEach(friend -> people.buys(friend, 2_000));

        assertThat(shop.race(WIDE, n -> rewarding.run(Shop.TODAY.plusDays(7)))).containsOnly("ok");

        assertThat(people.wallet(inviter)).hasSize(10);
        friends.forEach(friend -> assertThat(people.wallet(friend)).hasSize(1));
    }

    @Test
    void twoHundredBillsAtOnceMakeOneFriend() {
        var inviter = shop.member(0);
        var friend = people.friendOf(inviter);

        assertThat(shop.race(WIDE, n -> people.buysHere(friend, 2_000))).containsOnly("ok");

        assertThat(after(7)).isEqualTo(1);
        assertThat(people.wallet(inviter)).hasSize(1);
    }

    @Test
    void onePersonJoiningTwoHundredTimesIsOneFriend() {
        var inviter = shop.member(0);
        var code = shop.in(() -> referrals.code(inviter));
        var identity = people.identity();

        assertThat(shop.race(WIDE, n -> people.joins(identity, code.value(), null)))
                .containsOnly("ok");

        assertThat(shop.in(() -> referrals.of(inviter, null, 99)).items()).hasSize(1);
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
