package io.shuke.marketing.coupon;

import org.jspecify.annotations.Nullable;

/**
 * How many coupons of an offer there are.
 *
 * @param total null is no limit
 * @param claimed how many have been given, in whatever way
 */
public record Stock(long offer, @Nullable Long total, long claimed, boolean paused) {

    /** Null when there is no limit. */
    public @Nullable Long remaining() {
        return total == null ? null : total - claimed;
    }

    boolean isSoldOut() {
        return total != null && claimed >= total;
    }
}
