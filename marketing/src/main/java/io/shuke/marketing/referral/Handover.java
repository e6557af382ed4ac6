package io.shuke.marketing.referral;

import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What becomes of referrals when two members turn out to be one person. As a friend the absorbed one was a customer before,
 * so what waited for him is void, also where the kept one has thus invited himself; the friends he brought are the kept
 * one's. No circle can close: an inviter has always joined before his friend, and a merge keeps the older member. What was
 * rewarded stays as it is.
 */
@Component
class Handover {

    private final ReferralMapper mapper;

    Handover(ReferralMapper mapper) {
        this.mapper = mapper;
    }

    @EventListener
    void on(MergedMembers merged) {
        var kept = merged.kept().value();
        var absorbed = merged.absorbed().value();
        var asFriend = mapper.byInvitee(absorbed);
        if (asFriend != null) {
            mapper.voidFor(asFriend.id(), merged.merge());
        }
        for (var id : mapper.idsOf(absorbed)) {
            mapper.remember(merged.merge(), id);
            mapper.move(id, kept);
        }
    }

    @EventListener
    void on(MergeUndone undone) {
        mapper.moved(undone.merge())
                .forEach(id -> mapper.move(id, undone.restored().value()));
        mapper.revive(undone.merge());
    }
}
