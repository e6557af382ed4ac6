package io.shuke.marketing.referral;

import io.shuke.marketing.coupon.Coupons;
import io.shuke.marketing.till.BillRefunded;
import io.shuke.marketing.till.BillSettled;
import io.shuke.member.merchant.Merchants;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the till settles makes a referral good, and what it refunds unmakes it; within the till's own transaction. */
@Component
class FriendsBills {

    private static final String SYSTEM = "system";

    private final ReferralMapper mapper;
    private final ReferralPlans plans;
    private final Coupons coupons;
    private final Merchants merchants;

    FriendsBills(ReferralMapper mapper, ReferralPlans plans, Coupons coupons, Merchants merchants) {
        this.mapper = mapper;
        this.plans = plans;
        this.coupons = coupons;
        this.merchants = merchants;
    }

    /** A bill that earns no points, because nobody saw the member, makes no friend either. */
    @EventListener
    void on(BillSettled settled) {
        var settlement = settled.settlement();
        if (settlement.member() == null || settlement.withheld() != null || !plans.everHadOne()) {
            return;
        }
        var row = mapper.byInvitee(settlement.member().value());
        if (row == null || row.state() != Referral.State.JOINED) {
            return;
        }
        var plan = plans.version(row.plan());
        if (settlement.ownFen() >= plan.fromFen()) {
            var day = LocalDate.ofInstant(settlement.at(), merchants.current().zone());
            mapper.bought(row.id(), settlement.id().value(), day.plusDays(plan.waitDays()));
        }
    }

    @EventListener
    void on(BillRefunded refunded) {
        if (!refunded.decided().first() || !plans.everHadOne()) {
            return;
        }
        var found = mapper.byBill(refunded.settlement().id().value());
        var row = found == null ? null : mapper.lock(found.id());
        if (row == null
                || !refunded.decided().whole()
                        && refunded.decided().left().value()
                                >= plans.version(row.plan()).fromFen()) {
            return;
        }
        if (row.state() == Referral.State.BOUGHT) {
            mapper.notBought(row.id());
        } else if (row.state() == Referral.State.REWARDED) {
            takeBack(row);
        }
    }

    /** A coupon that was used meanwhile is owed: the member's next reward pays for it. */
    private void takeBack(ReferralRow row) {
        for (var reward : mapper.rewards(row.id())) {
            if (reward.state() == RewardRow.State.GIVEN && reward.couponId() != null) {
                var back = coupons.withdraw(reward.couponId(), SYSTEM, Referral.Why.REFUND.label());
                mapper.reward(row.id(), reward.side(), back ? RewardRow.State.TAKEN_BACK : RewardRow.State.OWED);
            }
        }
        mapper.end(row.id(), Referral.State.TAKEN_BACK, Referral.Why.REFUND);
    }
}
