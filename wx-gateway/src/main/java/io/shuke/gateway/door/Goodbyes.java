package io.shuke.gateway.door;

import io.shuke.member.membership.MemberLeft;
import io.shuke.member.membership.MergedMembers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the sessions of a member who has left or has become part of another one. */
@Component
class Goodbyes {

    private final Sessions sessions;

    Goodbyes(Sessions sessions) {
        this.sessions = sessions;
    }

    @EventListener
    void on(MemberLeft left) {
        sessions.endAll(left.member());
    }

    @EventListener
    void on(MergedMembers merged) {
        sessions.endAll(merged.absorbed());
    }
}
