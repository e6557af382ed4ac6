package io.shuke.member.balance;

import io.shuke.member.membership.MemberLeaving;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Money on its way follows its member; nobody leaves while some is. What is on the card is the ledger's own matter. */
@Component
class ChargeHandover {

    private final ChargeMapper charges;
    private final RefundMapper refunds;

    ChargeHandover(ChargeMapper charges, RefundMapper refunds) {
        this.charges = charges;
        this.refunds = refunds;
    }

    @EventListener
    void on(MergedMembers merged) {
        charges.move(merged.absorbed().value(), merged.kept().value(), merged.merge());
        refunds.move(merged.absorbed().value(), merged.kept().value(), merged.merge());
    }

    @EventListener
    void on(MergeUndone undone) {
        charges.giveBack(undone.kept().value(), undone.restored().value(), undone.merge());
        refunds.giveBack(undone.kept().value(), undone.restored().value(), undone.merge());
    }

    @EventListener
    void on(MemberLeaving leaving) {
        var member = leaving.member().value();
        if (charges.pending(member) > 0 || refunds.underwayFen(member) > 0) {
            throw ChargeRefusal.stillUnderway();
        }
    }
}
