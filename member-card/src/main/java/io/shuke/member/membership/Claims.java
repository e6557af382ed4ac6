package io.shuke.member.membership;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes a member of one who waited; his row is held by this transaction. */
@Component
class Claims {

    private final MemberMapper members;
    private final ApplicationEventPublisher events;

    Claims(MemberMapper members, ApplicationEventPublisher events) {
        this.members = members;
        this.events = events;
    }

    void claimed(long member) {
        members.setState(member, MemberState.ACTIVE, null);
        events.publishEvent(new MemberClaimed(new MemberId(member)));
    }
}
