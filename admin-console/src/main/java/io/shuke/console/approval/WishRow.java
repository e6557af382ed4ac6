package io.shuke.console.approval;

import io.shuke.console.staff.StaffId;
import io.shuke.member.membership.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record WishRow(
        long id,
        String wish,
        String kind,
        long memberId,
        long amount,
        long extra,
        String note,
        String wishKey,
        long askedBy,
        Instant askedAt,
        String state,
        @Nullable Instant expiresAt,
        @Nullable Long decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    Deed deed() {
        return new Deed(Kind.valueOf(kind), new MemberId(memberId), amount, extra, note);
    }

    Approval.State state(Instant now) {
        var kept = Approval.State.valueOf(state);
        var until = expiresAt;
        return kept == Approval.State.WAITING && until != null && !now.isBefore(until) ? Approval.State.EXPIRED : kept;
    }

    Approval toDomain(Instant now) {
        return new Approval(
                id,
                Kind.valueOf(kind),
                new MemberId(memberId),
                amount,
                extra,
                note,
                new StaffId(askedBy),
                askedAt,
                state(now),
                expiresAt,
                decidedBy == null ? null : new StaffId(decidedBy),
                decidedAt,
                reason);
    }
}
