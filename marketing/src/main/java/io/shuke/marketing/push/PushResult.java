package io.shuke.marketing.push;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a push within some days, against those who got nothing.
 *
 * @param delivered of which the provider has said so; it does not of every way
 * @param cameBack of those who were reached, how many bought
 * @param fen what those who were reached paid, less refunds
 * @param extraFen how much more that is than the same number of the held-out paid; null when nobody was held out
 */
public record PushResult(
        @Nullable Instant from,
        int days,
        long reached,
        long delivered,
        long opened,
        long cameBack,
        long fen,
        long heldOut,
        long heldOutCameBack,
        long heldOutFen,
        @Nullable Long extraFen,
        long couponsGiven,
        long couponsUsed) {

    /** Fewer than that in either group, and chance is larger than any effect. */
    private static final int FEW = 30;

    static @Nullable Long extra(long reached, long fen, long heldOut, long heldOutFen) {
        return heldOut == 0 ? null : fen - heldOutFen * reached / heldOut;
    }

    /** Whether there are too few people to tell anything. */
    public boolean isThin() {
        return reached < FEW || heldOut < FEW;
    }
}
