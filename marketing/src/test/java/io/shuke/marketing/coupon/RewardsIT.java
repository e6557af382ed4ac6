package io.shuke.marketing.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.SettableClock;
import io.shuke.marketing.ShopTest;
import io.shuke.marketing.checkin.CheckIns;
import io.shuke.member.level.Level;
import io.shuke.member.level.LevelRaised;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@ShopTest
class RewardsIT {

    @Autowired
    Wallets wallets;

    @Autowired
    CheckIns checkIns;

    @Autowired
    Members members;

    @Autowired
    ApplicationEventPublisher facts;

    @Autowired
    TransactionTemplate together;

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

    /** As facts do: inside a transaction. */
    private void happens(Object fact) {
        wallets.in(() -> together.executeWithoutResult(status -> facts.publishEvent(fact)));
    }

    private List<Coupon> wallet(MemberId member) {
        return wallets.in(() -> wallets.coupons.wallet(member, null, 100)).items().stream()
                .map(Coupons.InWallet::coupon)
                .toList();
    }

    @Test
    void sevenDaysInARowBringFiveYuanIntoTheWallet() {
        var member = wallets.anyMember();
        for (int day = 0; day < 14; day++) {
            clock.setNoon(Wallets.TODAY.plusDays(day), Wallets.SHANGHAI);
            wallets.in(() -> checkIns.checkIn(member));
            assertThat(wallet(member)).hasSize((day + 1) / 7);
        }

        assertThat(wallet(member))
                .extracting(coupon -> coupon.offer().benefit())
                .containsOnly(new Benefit.Voucher(500));
        assertThat(wallet(member))
                .extracting(coupon -> coupon.offer().id())
                .containsOnly(wallet(member).get(0).offer().id());
    }

    @Test
    void theMerchantsOwnOfferOfThatNameIsMeant() {
        var own = wallets.in(() -> wallets.offers.create(
                        new NewOffer(
                                "5 元优惠券",
                                new Benefit.Voucher(500),
                                Given.PLAIN.from(2000),
                                Giving.by(0, Way.CHECK_IN),
                                null),
                        "staff:1"))
                .offer();
        var member = wallets.anyMember();
        for (int day = 0; day < 7; day++) {
            clock.setNoon(Wallets.TODAY.plusDays(day), Wallets.SHANGHAI);
            wallets.in(() -> checkIns.checkIn(member));
        }

        assertThat(wallet(member)).extracting(Coupon::offer).containsExactly(own);
    }

    @ParameterizedTest
    @CsvSource({"5 元优惠券, 500", "8.5元券, 850", "满 30 可用 12.05 元, 1205", "0 元券, 0", "小菜一碟, 0"})
    void anAmountInThePromiseIsRead(String promise, long fen) {
        assertThat(Rewards.amount(promise).orElse(0L)).isEqualTo(fen);
    }

    @Test
    void aNewcomerFindsACouponAndASellOutKeepsNobodyOut() {
        wallets.offer(1L, Giving.by(1, Way.NEWCOMER));

        var first = wallets.joins();
        var second = wallets.joins();

        assertThat(wallet(first)).extracting(Coupon::way).containsExactly(Way.NEWCOMER);
        assertThat(wallet(second)).isEmpty();
    }

    @Test
    void risingBringsTheCouponsOfTheLevelsReachedEachOnce() {
        for (int step = 1; step <= 4; step++) {
            var terms = new Terms(0, Goods.ALL, Set.of(), Set.of(), step, Hours.ALWAYS, Given.MONTH, Stacking.ONE);
            wallets.offer(new Benefit.Voucher(100L * step), terms, null, Giving.by(1, Way.LEVEL));
        }
        var member = wallets.anyMember();
        var rise = new LevelRaised(member, new Level(1, "普通"), new Level(3, "金"), null);

        happens(rise);
        happens(rise);

        assertThat(wallet(member))
                .extracting(coupon -> coupon.offer().benefit())
                .containsExactlyInAnyOrder(new Benefit.Voucher(200), new Benefit.Voucher(300));
    }

    @Test
    void couponsChangeHandsWithAMergeAndBack() {
        var offer = wallets.offer(9L, Giving.by(2, Way.CLAIM));
        var kept = wallets.anyMember();
        var absorbed = wallets.anyMember();
        wallets.claimed(offer, kept);
        var moved = wallets.claimed(offer, absorbed);

        happens(new MergedMembers(1, kept, absorbed));
        assertThat(wallet(kept)).hasSize(2);
        assertThat(CouponsIT.code(wallets.claim(offer, kept, null))).isEqualTo("coupon.limit-reached");
        happens(new MergeUndone(1, kept, absorbed));

        assertThat(wallet(absorbed)).extracting(Coupon::id).containsExactly(moved.id());
        assertThat(CouponsIT.code(wallets.claim(offer, kept, null))).isEqualTo("given");
    }

    @Test
    void whoLeavesLeavesHisCoupons() {
        var member = wallets.joins();
        var coupon = wallets.claimed(wallets.open(9L), member);

        wallets.in(() -> members.deregister(member));

        assertThat(Wallets.outcome(() -> wallets.redeem(coupon, "bill:1", "till:1")))
                .isEqualTo("coupon.taken-back");
    }
}
