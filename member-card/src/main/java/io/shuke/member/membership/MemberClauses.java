package io.shuke.member.membership;

import io.shuke.member.ground.Clause;
import io.shuke.member.ground.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** What can be asked of who somebody is. */
public final class MemberClauses {

    private static final long LONGEST_DAYS = 36_500;

    private MemberClauses() {}

    /** So many times 24 hours ago. */
    public static Clause joined(Span days, Instant now) {
        return Clause.of(
                "s.member_id IN (SELECT m.id FROM member m WHERE m.merchant_id = s.merchant_id AND m.state = ?"
                        + " AND m.joined_at <= ? AND m.joined_at > ?)",
                MemberState.ACTIVE.name(),
                utc(now, days.least()),
                utc(now, days.most() + 1));
    }

    /** Follows an account of the shop, and has not withdrawn there. */
    public static Clause reachable() {
        return Clause.of("EXISTS (SELECT 1 FROM member_identity i JOIN fan f ON f.merchant_id = i.merchant_id"
                + " AND f.subject_index = i.subject_index WHERE i.merchant_id = s.merchant_id"
                + " AND i.member_id = s.member_id AND i.withdrawn_at IS NULL AND f.following = TRUE)");
    }

    private static LocalDateTime utc(Instant now, long daysAgo) {
        return LocalDateTime.ofInstant(now.minus(Duration.ofDays(Math.min(daysAgo, LONGEST_DAYS))), ZoneOffset.UTC);
    }
}
