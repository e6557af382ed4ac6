package io.shuke.member.purchase;

import io.shuke.member.membership.MemberClaimed;
import io.shuke.member.membership.MemberJoined;
import io.shuke.member.membership.MemberLeft;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What becomes of bills when members come, become one, become two again, or leave. */
@Component
class Handover {

    private final BillMapper bills;
    private final SummaryMapper figures;
    private final Summaries summaries;

    Handover(BillMapper bills, SummaryMapper figures, Summaries summaries) {
        this.bills = bills;
        this.figures = figures;
        this.summaries = summaries;
    }

    @EventListener
    void on(MemberJoined joined) {
        figures.open(joined.member().value());
    }

    @EventListener
    void on(MemberClaimed claimed) {
        figures.open(claimed.member().value());
    }

    @EventListener
    void on(MergedMembers merged) {
        bills.noteMoves(merged.merge(), merged.absorbed().value());
        bills.move(merged.absorbed().value(), merged.kept().value());
        bills.forgetSummary(merged.absorbed().value());
        bills.forgetGoods(merged.absorbed().value());
        summaries.rebuild(merged.kept());
    }

    @EventListener
    void on(MergeUndone undone) {
        figures.open(undone.restored().value());
        var moved = bills.moves(undone.merge());
        if (!moved.isEmpty()) {
            bills.moveBack(undone.kept().value(), undone.restored().value(), moved);
        }
        summaries.rebuild(undone.kept());
        summaries.rebuild(undone.restored());
    }

    /** The shop keeps its bills, but nobody can tell any more whose they were. */
    @EventListener
    void on(MemberLeft left) {
        bills.forget(left.member().value());
        bills.forgetSummary(left.member().value());
        bills.forgetGoods(left.member().value());
    }
}
