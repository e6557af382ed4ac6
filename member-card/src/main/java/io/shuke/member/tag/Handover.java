package io.shuke.member.tag;

import io.shuke.member.membership.MemberLeft;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What becomes of tags when members become one, become two again, or leave. */
@Component
class Handover {

    private final TagMapper mapper;

    Handover(TagMapper mapper) {
        this.mapper = mapper;
    }

    @EventListener
    void on(MergedMembers merged) {
        var kept = merged.kept().value();
        var absorbed = merged.absorbed().value();
        mapper.remember(merged.merge(), kept, absorbed);
        mapper.markMoves(merged.merge(), mapper.idsOf(kept));
        mapper.hand(merged.merge(), kept);
        mapper.forget(absorbed);
    }

    @EventListener
    void on(MergeUndone undone) {
        mapper.moved(undone.merge()).forEach(tag -> mapper.take(undone.kept().value(), tag));
        mapper.restore(undone.merge(), undone.restored().value());
    }

    @EventListener
    void on(MemberLeft left) {
        mapper.forget(left.member().value());
        mapper.forgetMoves(left.member().value());
    }
}
