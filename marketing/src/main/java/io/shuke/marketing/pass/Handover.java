package io.shuke.marketing.pass;

import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When two members turn out to be one person, that person holds the passes of both. */
@Component
class Handover {

    private final PassMapper mapper;

    Handover(PassMapper mapper) {
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
