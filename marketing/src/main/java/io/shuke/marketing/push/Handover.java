package io.shuke.marketing.push;

import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberLeft;
import io.shuke.member.membership.MergedMembers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When two members turn out to be one person, a no that either said holds for that person, and stays when the merge is
 * undone: rather one message too few. Consents move; what is left of them after an undoing the provider knows best.
 */
@Component
class Handover {

    private final HandoverMapper mapper;
    private final Credits credits;

    Handover(HandoverMapper mapper, Credits credits) {
        this.mapper = mapper;
        this.credits = credits;
    }

    @EventListener
    void on(MergedMembers merged) {
        mapper.keepOptOuts(merged.absorbed().value(), merged.kept().value());
        credits.move(merged.absorbed(), merged.kept());
    }

    /** Who got which push stays, without a name to it, so that nobody is counted twice. */
    @EventListener
    void on(MemberLeft left) {
        forget(left.member());
    }

    private void forget(MemberId member) {
        mapper.forgetOptOuts(member.value());
        mapper.forgetCredits(member.value());
        mapper.forgetConsents(member.value());
        mapper.forgetWords(member.value());
    }
}
