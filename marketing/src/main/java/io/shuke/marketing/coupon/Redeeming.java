package io.shuke.marketing.coupon;

import io.shuke.member.membership.MemberId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Coupons to be used on a bill.
 *
 * @param bill its reference, at most 64 visible ASCII characters
 * @param till whose holds count as one's own, such as {@code till:7}
 * @param discounts what each coupon takes off, in 分, by its id
 */
public record Redeeming(MemberId member, String bill, long store, String till, Map<Long, Long> discounts) {

    public Redeeming {
        discounts = Collections.unmodifiableMap(new TreeMap<>(discounts));
        if (discounts.values().stream().anyMatch(fen -> fen < 0 || fen > Basket.MOST_FEN)) {
            throw CouponRefusal.basketImpossible();
        }
    }

    /** Exactly what a reckoning says. */
    public static Redeeming of(MemberId member, String bill, long store, String till, Reckoning reckoning) {
        var discounts = new TreeMap<Long, Long>();
        for (var step : reckoning.coupons()) {
            if (step.coupon() != null) {
                discounts.put(step.coupon(), step.fen());
            }
        }
        return new Redeeming(member, bill, store, till, discounts);
    }
}
