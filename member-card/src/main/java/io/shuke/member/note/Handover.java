package io.shuke.member.note;

import io.shuke.member.membership.MemberLeft;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What becomes of notes when members become one, become two again, or leave. */
@Component
class Handover {

    private final NoteMapper mapper;

    Handover(NoteMapper mapper) {
        this.mapper = mapper;
    }

    @EventListener
    void on(MergedMembers merged) {
        mapper.remember(merged.merge(), merged.absorbed().value());
        mapper.move(merged.absorbed().value(), merged.kept().value());
    }

    @EventListener
    void on(MergeUndone undone) {
        for (long note : mapper.moved(undone.merge())) {
            mapper.moveBack(note, undone.kept().value(), undone.restored().value());
        }
    }

    @EventListener
    void on(MemberLeft left) {
        mapper.forget(left.member().value());
    }
}
