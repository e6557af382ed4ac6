package io.shuke.marketing.mall;

import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When two members turn out to be one person, what either took lies ready for that person, and counts together. */
@Component
class Handover {

    private final GiftMapper mapper;

    Handover(GiftMapper mapper) {
        this.mapper = mapper;
    }

    @EventListener
    void on(MergedMembers merged) {
        mapper.move(merged.absorbed().value(), merged.kept().value(), merged.merge());
    }

    @EventListener
    void on(MergeUndone undone) {
        mapper.moveBack(undone.kept().value(), undone.restored().value(), undone.merge());
    }
}
