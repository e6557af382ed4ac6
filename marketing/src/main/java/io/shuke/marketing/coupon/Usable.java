package io.shuke.marketing.coupon;

import java.time.Instant;
import java.util.Comparator;

/**
 * A coupon at hand, as a bill sees it.
 *
 * @param until when it expires, exclusive
 */
public record Usable(long coupon, long offer, String title, Benefit benefit, Terms terms, Instant until) {

    /** Whoever expires first is used first; between equals the older one. */
    static final Comparator<Usable> SOONEST =
            Comparator.comparing(Usable::until).thenComparingLong(Usable::coupon);

    /** The order in which a bill applies them. */
    static final Comparator<Usable> APPLIED = Comparator.<Usable, Benefit.Kind>comparing(
                    one -> one.benefit().kind())
            .thenComparingLong(Usable::coupon);

    String called() {
        return "「" + title + "」";
    }
}
