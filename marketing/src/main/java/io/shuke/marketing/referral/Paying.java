package io.shuke.marketing.referral;

import io.shuke.member.balance.Balances;
import io.shuke.member.ground.Refusal;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Instruction;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.ledger.Reversal;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberState;
import io.shuke.member.membership.Members;
import io.shuke.member.purchase.Summaries;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One bill's commission of one level, put into the inviter's stored value or taken out of it again. */
@Component
class Paying {

    private final CommissionMapper mapper;
    private final ReferralMapper referrals;
    private final Traces traces;
    private final Members members;
    private final Summaries summaries;
    private final Ledger ledger;
    private final Balances balances;

    Paying(
            CommissionMapper mapper,
            ReferralMapper referrals,
            Traces traces,
            Members members,
            Summaries summaries,
            Ledger ledger,
            Balances balances) {
        this.mapper = mapper;
        this.referrals = referrals;
        this.traces = traces;
        this.members = members;
        this.summaries = summaries;
        this.ledger = ledger;
        this.balances = balances;
    }

    /** @return false when it is done already or its friend waits for the owner's word */
    @Transactional
    public boolean pay(CommissionRow seen) {
        var earner = earner(seen.memberId());
        if (earner != null) {
            ledger.lock(List.of(earner), Asset.PRINCIPAL, Asset.GIFT);
        }
        var row = mapper.lock(seen.billId(), seen.level());
        if (row == null || !row.pending()) {
            return false;
        }
        var friend = referrals.one(row.referralId());
        if (friend == null || friend.waits()) {
            return false;
        }
        var due = earner == null || isNone(friend) ? 0 : worth(row, earner);
        if (earner != null && due != row.paidFen()) {
            balances.posted(ledger.post(List.of(instruction(row, earner, due))));
        }
        mapper.settled(row.billId(), row.level(), due);
        return due != row.paidFen();
    }

    private boolean isNone(ReferralRow friend) {
        return friend.state() == Referral.State.REFUSED || traces.same(friend) != null;
    }

    /** Who got some keeps his share of what stays bought; who gets it first must have bought often enough himself. */
    private long worth(CommissionRow row, MemberId earner) {
        if (row.paidFen() > 0) {
            return Math.min(row.paidFen(), row.worthFen());
        }
        return summaries.of(earner).visits() >= row.fromVisits() ? row.worthFen() : 0;
    }

    private static Instruction instruction(CommissionRow row, MemberId earner, long due) {
        var reference = new Reference("commission:" + row.billId() + ":" + row.level());
        if (due > row.paidFen()) {
            return Movement.earn(earner, Asset.GIFT, due - row.paidFen(), Reason.COMMISSION, reference);
        }
        var back = new Reference("commission-back:" + row.billId() + ":" + row.level() + ":" + due);
        return Reversal.of(earner, Asset.GIFT, reference, back, Reason.REFUND).only(row.paidFen() - due);
    }

    /** Whoever the member is by now; null when he has gone. */
    private @Nullable MemberId earner(long member) {
        try {
            var now = members.member(new MemberId(member));
            return now.state() == MemberState.ACTIVE ? now.id() : null;
        } catch (Refusal gone) {
            return null;
        }
    }
}
