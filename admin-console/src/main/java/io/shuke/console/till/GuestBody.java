package io.shuke.console.till;

import io.shuke.marketing.coupon.Coupon;
import io.shuke.marketing.till.Scanned;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who stands at the counter, as far as a clerk needs to know.
 *
 * @param live false after a look-up by phone: then nothing is earned and nothing may be spent
 * @param notes what is known of him and worth saying
 */
record GuestBody(
        String memberId,
        String number,
        String nickname,
        String level,
        boolean live,
        long points,
        long balanceFen,
        List<CouponBody> coupons,
        List<String> notes) {

    record CouponBody(String id, String title) {}

    static GuestBody of(Scanned seen) {
        var member = seen.member();
        return new GuestBody(
                member.id().toString(),
                member.number(),
                member.nickname(),
                seen.level().name(),
                seen.live(),
                seen.holdings().points(),
                seen.holdings().balanceFen(),
                seen.coupons().stream().map(GuestBody::coupon).toList(),
                Stream.concat(seen.notes().stream(), seen.suggestions().stream())
                        .toList());
    }

    private static CouponBody coupon(Coupon coupon) {
        return new CouponBody(Long.toString(coupon.id()), coupon.offer().title());
    }

    @Override
    public String toString() {
        return "GuestBody[" + memberId + "]";
    }
}
