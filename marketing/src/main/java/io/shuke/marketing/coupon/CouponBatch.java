package io.shuke.marketing.coupon;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Coupons given to many, and how far that has come.
 *
 * @param members how many there were to give to when it was asked for
 * @param skipped who had as many as anybody may have
 */
public record CouponBatch(
        long id,
        long offer,
        Way way,
        State state,
        Instant notBefore,
        long members,
        long issued,
        long skipped,
        Instant madeAt,
        @Nullable Instant endedAt) {

    /** What it is doing. */
    public enum State {
        RUNNING,
        DONE,
        /** The stock, or the offer's time, ended first. */
        CUT_SHORT,
        STOPPED
    }
}
