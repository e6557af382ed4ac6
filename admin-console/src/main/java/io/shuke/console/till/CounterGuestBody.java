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
record CounterGuestBody(
        String memberId,
        String number,
        String nickname,
        String level,
        boolean live,
        long points,
        long balanceFen,
        List<CounterCouponBody> coupons,
        List<String> notes) {

    record CounterCouponBody(String id, String title) {}

    static CounterGuestBody of(Scanned seen) {
        var member = seen.member();
        return new CounterGuestBody(
                member.id().toString(),
                member.number(),
                member.nickname(),
                seen.level().name(),
                seen.live(),
                seen.holdings().points(),
                seen.holdings().balanceFen(),
                seen.coupons().stream().map(CounterGuestBody::coupon).toList(),
                Stream.of(price(seen), seen.notes(), seen.suggestions())
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<String> price(Scanned seen) {
        var price = seen.price();
        return price.payPercent() < 100 ? List.of(price.words()) : List.of();
    }

    private static CounterCouponBody coupon(Coupon coupon) {
        return new CounterCouponBody(Long.toString(coupon.id()), coupon.offer().title());
    }

    @Override
    public String toString() {
        return "CounterGuestBody[" + memberId + "]";
    }
}
