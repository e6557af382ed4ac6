package io.shuke.marketing.referral;

import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What becomes of referrals when two members turn out to be one person. As a friend the absorbed one was a customer before,
 * so what waited for him is void; the friends he brought are the kept one's, and where that closes a circle, the kept one
 * having invited himself or those by whom he came, it is void too. What was rewarded stays as it is.
 */
@Component
class Handover {

    /** A longer chain of invitations than any shop will see; it only keeps the walk from going round. */
    private static final int LONGEST_CHAIN = 100;

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
            mapper.voidFor(asFriend.id(), Referral.Why.MERGED, merged.merge());
        }
        for (var id : mapper.idsOf(absorbed)) {
            mapper.remember(merged.merge(), id);
            mapper.move(id, kept);
        }
        breakCircle(kept, merged.merge());
    }

    private void breakCircle(long kept, long merge) {
        var above = mapper.byInvitee(kept);
        for (int steps = 0; above != null && steps < LONGEST_CHAIN; steps++) {
            if (above.inviterId() == kept) {
                mapper.voidFor(above.id(), steps == 0 ? Referral.Why.SELF : Referral.Why.LOOP, merge);
                return;
            }
            above = mapper.byInvitee(above.inviterId());
        }
    }

    @EventListener
    void on(MergeUndone undone) {
        mapper.moved(undone.merge())
                .forEach(id -> mapper.move(id, undone.restored().value()));
        mapper.revive(undone.merge());
    }
}
