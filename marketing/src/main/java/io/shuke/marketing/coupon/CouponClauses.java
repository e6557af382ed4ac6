package io.shuke.marketing.coupon;

import io.shuke.member.ground.Clause;
import io.shuke.member.ground.MerchantScope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a member's coupons. */
public final class CouponClauses {

    private CouponClauses() {}

    /**
     * Has one that is good and unused.
     *
     * @param offer null for any
     * @param days for at least so long
     */
    public static Clause holds(@Nullable Long offer, int days, Instant now) {
        var held = "EXISTS (SELECT 1 FROM coupon c WHERE c.merchant_id = s.merchant_id AND c.member_id = s.member_id"
                + " AND c.state = ? AND c.valid_until > ? AND c.issued_at <= ?";
        var since = utc(now.minus(Duration.ofDays(days)));
        return offer == null
                ? Clause.of(held + ")", CouponRow.CLAIMED, utc(now), since)
                : Clause.of(held + " AND c.offer_id = ?)", CouponRow.CLAIMED, utc(now), since, offer);
    }

    /** Has one that is good and unused, but not for longer than so many days. @param offer null for any */
    public static Clause ends(@Nullable Long offer, int days, Instant now) {
        var ends = "s.member_id IN (SELECT c.member_id FROM coupon c WHERE c.merchant_id = ? AND c.state = ?"
                + " AND c.valid_until > ? AND c.valid_until <= ?";
        var values = new ArrayList<Object>(List.of(
                MerchantScope.current().value(), CouponRow.CLAIMED, utc(now), utc(now.plus(Duration.ofDays(days)))));
        if (offer != null) {
            values.add(offer);
        }
        return new Clause(offer == null ? ends + ")" : ends + " AND c.offer_id = ?)", values);
    }

    /** Has used one, whose bill still stands. @param days at most so long ago, 0 for whenever */
    public static Clause used(@Nullable Long offer, int days, Instant now) {
        var used = "EXISTS (SELECT 1 FROM coupon c JOIN coupon_redemption r ON r.merchant_id = c.merchant_id"
                + " AND r.coupon_id = c.id AND r.in_force = 1 WHERE c.merchant_id = s.merchant_id"
                + " AND c.member_id = s.member_id AND r.redeemed_at > ?";
        var since = utc(days == 0 ? Instant.EPOCH : now.minus(Duration.ofDays(days)));
        return offer == null ? Clause.of(used + ")", since) : Clause.of(used + " AND c.offer_id = ?)", since, offer);
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
