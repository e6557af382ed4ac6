package io.shuke.marketing.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.Shop;
import io.shuke.marketing.ShopTest;
import io.shuke.member.ground.Fen;
import io.shuke.member.ledger.Asset;
import io.shuke.member.membership.MemberId;
import io.shuke.member.purchase.BillId;
import io.shuke.member.purchase.Refund;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class CommissionsIT {

    private static final int WIDE = 200;

    @Autowired
    Shop shop;

    @Autowired
    Neighbourhood people;

    @Autowired
    Referrals referrals;

    @Autowired
    Commissions commissions;

    @Autowired
    Rewarding rewarding;

    @Autowired
    Clock clock;

    @BeforeEach
    void open() {
        shop.open();
        // 5 % on friends, 2 % on theirs, for who has bought here once himself.
        people.plan(5, 50, 100, new Commission(List.of(50, 20), 1));
    }

    @AfterEach
    void allAddsUp() {
        people.allAddsUp();
    }

    @Test
    void theInviterAndHisOwnInviterEarnOnEveryBillOfTheFriendAndNobodyAboveThem() {
        var top = regular(shop.member(0));
        var second = regular(people.friendOf(top));
        var first = regular(people.friendOf(second));
        var friend = people.friendOf(first);
        settle();
        var before = stored(top);

        people.buys(friend, 10_000);
        people.buys(friend, 333);

        assertThat(commissions(first).waiting()).isEqualTo(new Fen(500 + 16));
        settle();
        assertThat(commissions(first).paid()).isEqualTo(new Fen(516));
        assertThat(stored(first)).isEqualTo(516);
        assertThat(stored(second)).isEqualTo(50 + 200 + 6);
        assertThat(stored(top)).isEqualTo(before);
    }

    @Test
    void whoHasNotBoughtHimselfEarnsNothing() {
        var inviter = shop.member(0);
        people.buys(people.friendOf(inviter), 10_000);

        settle();
        regular(inviter);
        settle();

        assertThat(stored(inviter)).isZero();
    }

    @Test
    void whatGoesBackBeforeItIsPaidCountsNoMoreAndLaterItIsTakenBack() {
        var inviter = regular(shop.member(0));
        var friend = people.friendOf(inviter);
        var early = people.buys(friend, 10_000);
        var late = people.buys(friend, 10_000);
        people.refund(early, part(early.id(), 4_000));
        settle();
        assertThat(stored(inviter)).isEqualTo(300 + 500);

        people.refund(late, part(late.id(), 5_000));
        settle();
        assertThat(stored(inviter)).isEqualTo(300 + 250);
        people.refund(late);
        settle();
        assertThat(stored(inviter)).isEqualTo(300);
        assertThat(commissions(inviter).paid()).isEqualTo(new Fen(300));
    }

    @Test
    void nothingIsPaidWhileTheFriendWaitsForTheOwner() {
        people.plan(50, 50, 2, new Commission(List.of(50), 1));
        var inviter = regular(shop.member(0));
        people.friendOf(inviter);
        people.friendOf(inviter);
        people.buys(people.friendOf(inviter), 10_000);

        settle();
        assertThat(stored(inviter)).isZero();
        var waiting = shop.in(() -> referrals.page(true, null, 9)).items().get(0);
        shop.in(() -> referrals.decide(waiting.id(), true, "staff:1"));
        settle();

        assertThat(stored(inviter)).isEqualTo(500);
    }

    @Test
    void twoHundredRunsAtOncePayEveryBillOnce() {
        var inviter = regular(shop.member(0));
        var friend = people.friendOf(inviter);
        IntStream.range(0, 5).forEach(n -> people.buys(friend, 1_000));

        assertThat(shop.race(WIDE, n -> rewarding.run(Shop.TODAY.plusDays(7)))).containsOnly("ok");

        assertThat(stored(inviter)).isEqualTo(250);
    }

    private MemberId regular(MemberId member) {
        people.buys(member, 1_000);
        return member;
    }

    private Refund part(BillId bill, long fen) {
        return new Refund(bill, "R" + fen + bill, List.of(), new Fen(fen), clock.instant());
    }

    private void settle() {
        shop.in(() -> rewarding.run(Shop.TODAY.plusDays(7)));
    }

    private long stored(MemberId member) {
        return shop.balance(member, Asset.GIFT);
    }

    private Commissions.Earned commissions(MemberId member) {
        return shop.in(() -> commissions.of(member));
    }
}
