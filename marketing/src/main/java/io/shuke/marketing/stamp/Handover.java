package io.shuke.marketing.stamp;

import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When two members turn out to be one person, what waits for either waits for that person; the ledger joins the stamps. */
@Component
class Handover {

    private final StampMapper mapper;

    Handover(StampMapper mapper) {
        this.mapper = mapper;
    }

    @EventListener
    void on(MergedMembers merged) {
        mapper.moveRewards(merged.absorbed().value(), merged.kept().value(), merged.merge());
    }

    @EventListener
    void on(MergeUndone undone) {
        mapper.returnRewards(undone.kept().value(), undone.restored().value(), undone.merge());
    }
}
