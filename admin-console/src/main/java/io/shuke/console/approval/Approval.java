package io.shuke.console.approval;

import io.shuke.console.staff.StaffId;
import io.shuke.member.membership.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish that was more than its asker may do alone.
 *
 * @param amount points, 分 or pieces; negative takes
 * @param extra the gift of a charge in 分, the offer of a coupon, otherwise 0
 * @param reason what the second person said to it
 */
public record Approval(
        long id,
        Kind kind,
        MemberId member,
        long amount,
        long extra,
        String note,
        StaffId askedBy,
        Instant askedAt,
        State state,
        @Nullable Instant expiresAt,
        @Nullable StaffId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    public enum State {
        /** Within the limits: nobody was asked. */
        ALONE,
        WAITING,
        APPROVED,
        REFUSED,
        EXPIRED
    }
}
