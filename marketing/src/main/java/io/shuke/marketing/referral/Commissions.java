package io.shuke.marketing.referral;

import io.shuke.marketing.till.BillRefunded;
import io.shuke.marketing.till.BillSettled;
import io.shuke.marketing.till.Settlement;
import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.purchase.Summaries;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * What inviters earn on their friends' bills. The till's transaction only writes it down; it is paid at night, after the
 * return period, and what goes back by then or later is reckoned anew.
 */
@Service
public class Commissions {

    /** @param waiting what would come if nothing were returned any more, in 分 */
    public record Earned(Fen paid, Fen waiting, int visits) {}

    private final CommissionMapper mapper;
    private final ReferralMapper referrals;
    private final ReferralPlans plans;
    private final Summaries summaries;
    private final Merchants merchants;

    Commissions(
            CommissionMapper mapper,
            ReferralMapper referrals,
            ReferralPlans plans,
            Summaries summaries,
            Merchants merchants) {
        this.mapper = mapper;
        this.referrals = referrals;
        this.plans = plans;
        this.summaries = summaries;
        this.merchants = merchants;
    }

    /** What a member has earned, and how often he has bought himself. */
    public Earned of(MemberId member) {
        var sum = mapper.of(member.value());
        return new Earned(
                new Fen(sum.paid()),
                new Fen(sum.waiting()),
                summaries.of(member).visits());
    }

    @EventListener
    void on(BillSettled settled) {
        var settlement = settled.settlement();
        var plan = plans.lately().plan();
        var commission = plan.inForce() ? plan.commission() : null;
        var member = settlement.member();
        if (commission == null || member == null || settlement.withheld() != null || settlement.ownFen() == 0) {
            return;
        }
        var day = LocalDate.ofInstant(settlement.at(), merchants.current().zone());
        var friend = broughtIn(member.value());
        for (int level = 1; friend != null && level <= commission.levels(); level++) {
            mapper.insert(row(settlement, level, friend, commission), day.plusDays(plan.waitDays()));
            friend = broughtIn(friend.inviterId());
        }
    }

    private @Nullable ReferralRow broughtIn(long member) {
        var row = referrals.byInvitee(member);
        return row == null || row.state() == Referral.State.REFUSED ? null : row;
    }

    private static CommissionRow row(Settlement settlement, int level, ReferralRow friend, Commission commission) {
        return new CommissionRow(
                settlement.id().value(),
                level,
                friend.id(),
                friend.inviterId(),
                commission.permilleOf(level),
                commission.fromVisits(),
                settlement.ownFen(),
                0,
                true);
    }

    /** Of what is left of the bill, the same share as before is the friend's own money. */
    @EventListener
    void on(BillRefunded refunded) {
        var settlement = refunded.settlement();
        if (refunded.decided().first() && settlement.ownFen() > 0 && plans.everHadOne()) {
            var left =
                    refunded.decided().whole() ? 0 : refunded.decided().left().value();
            var payable = settlement.ownFen() + settlement.giftFen();
            mapper.shrink(settlement.id().value(), settlement.ownFen() * left / payable);
        }
    }
}
