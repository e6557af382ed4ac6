package io.shuke.marketing.stamp;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a member's stamps have brought.
 *
 * @param coupon the coupon that went into the wallet; null for something that waits at the counter
 */
public record EarnedReward(
        long id,
        StampCardId card,
        MemberId member,
        String text,
        @Nullable Long coupon,
        State state,
        Instant at) {

    /** What has become of it. */
    public enum State {
        /** Waits at the counter. */
        READY,
        /** Handed over, or in the wallet as a coupon. */
        COLLECTED,
        /** The purchase behind it was refunded before it was collected. */
        WITHDRAWN
    }
}
