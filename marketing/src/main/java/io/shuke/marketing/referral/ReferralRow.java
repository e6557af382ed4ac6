package io.shuke.marketing.referral;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record ReferralRow(
        long id,
        long inviterId,
        long inviteeId,
        int plan,
        Referral.State state,
        Referral.@Nullable Why why,
        boolean review,
        Instant joinedAt,
        @Nullable LocalDate dueOn) {

    /** For the owner's word. */
    boolean waits() {
        return review && (state == Referral.State.JOINED || state == Referral.State.BOUGHT);
    }

    Referral toDomain() {
        return new Referral(id, new MemberId(inviterId), new MemberId(inviteeId), state, why, review, joinedAt, dueOn);
    }
}
