package io.shuke.marketing.coupon;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How an offer's coupons are given.
 *
 * @param ways by which members come to one without the staff's doing; staff may give any offer
 * @param from when claiming begins; null is at once
 * @param until when it ends, exclusive; null is never
 * @param perMember 0 is no limit
 * @param pricePoints what one costs with {@link Way#POINTS}; else 0
 * @param word with {@link Way#WORD}; else null
 */
public record Giving(
        Set<Way> ways,
        @Nullable Instant from,
        @Nullable Instant until,
        int perMember,
        long pricePoints,
        @Nullable String word) {

    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}A-Za-z0-9-]{2,30}");

    public Giving {
        ways = Set.copyOf(ways);
        OfferRefusal.refuseUnless(from == null || until == null || from.isBefore(until), "领取的结束要晚于开始");
        OfferRefusal.refuseUnless(perMember >= 0 && perMember <= 999, "每人限领在 0（不限）到 999 张之间");
        OfferRefusal.refuseUnless(
                ways.contains(Way.POINTS) ? pricePoints >= 1 && pricePoints <= 1_000_000 : pricePoints == 0,
                "积分兑换的价格在 1 到 1000000 积分之间，其他方式没有价格");
        OfferRefusal.refuseUnless(
                ways.contains(Way.WORD) ? word != null && WORD.matcher(word).matches() : word == null,
                "口令有 2 到 30 个汉字、字母或数字，只用于口令领取");
        OfferRefusal.refuseUnless(!ways.contains(Way.CLAIM) || !ways.contains(Way.POINTS), "公开领取和积分兑换只能选一种");
    }

    public static Giving by(int perMember, Way... ways) {
        return new Giving(Set.of(ways), null, null, perMember, 0, null);
    }

    /** Why not at this moment; null when it is open. */
    @Nullable
    CouponRefusal against(Instant now, ZoneId zone) {
        if (from != null && now.isBefore(from)) {
            return CouponRefusal.notStarted(Coupon.moment(from, zone));
        }
        return until != null && !now.isBefore(until) ? CouponRefusal.ended() : null;
    }

    String words() {
        var how = ways.isEmpty()
                ? "由店员发放"
                : new TreeSet<>(ways).stream().map(Way::label).collect(Collectors.joining("、"));
        return how
                + (pricePoints == 0 ? "" : "（" + pricePoints + " 积分一张）")
                + (perMember == 0 ? "，不限张数" : "，每人限 " + perMember + " 张");
    }
}
