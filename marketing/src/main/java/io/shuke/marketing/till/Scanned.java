package io.shuke.marketing.till;

import io.shuke.marketing.coupon.Coupon;
import io.shuke.marketing.coupon.LevelPrice;
import io.shuke.member.level.Level;
import io.shuke.member.membership.Member;
import java.time.Instant;
import java.util.List;

/**
 * Everything the cashier needs to know of whoever stands at the counter.
 *
 * @param live whether the member showed a living code: only then may points be earned and anything be spent
 * @param until how long this till may settle for the member
 * @param price what the level, or a pass that is better, leaves to pay
 * @param suggestions what is worth saying, such as what the member usually takes
 */
public record Scanned(
        Member member,
        boolean live,
        Instant until,
        Level level,
        LevelPrice price,
        Holdings holdings,
        List<Coupon> coupons,
        List<String> notes,
        List<String> suggestions) {

    /** Points, and stored value in 分: what was paid in and what was given on top. */
    public record Holdings(long points, long principalFen, long giftFen) {

        public long balanceFen() {
            return principalFen + giftFen;
        }
    }

    @Override
    public String toString() {
        return "Scanned[" + member.id() + "]";
    }
}
