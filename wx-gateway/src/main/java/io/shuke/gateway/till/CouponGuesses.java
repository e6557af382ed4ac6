package io.shuke.gateway.till;

import io.shuke.gateway.door.Limits;
import io.shuke.gateway.door.Limits.Limit;
import io.shuke.marketing.coupon.CouponRefusal;
import io.shuke.marketing.till.NewBill;
import io.shuke.marketing.till.TillKey;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A till that shows wrong codes is no longer asked about coupons for a while; its other bills go on. */
@Component
class CouponGuesses {

    /** A stranger's coupon is a hit for whoever guesses. */
    private static final Set<String> MISSES = Set.of("coupon.unknown", "coupon.not-yours");

    private final Limits limits;

    CouponGuesses(Limits limits) {
        this.limits = limits;
    }

    /** @throws io.shuke.gateway.door.RequestRefusal {@code request.too-often} */
    <T> Mono<T> watch(TillKey till, NewBill bill, Mono<T> settling) {
        if (bill.coupons().isEmpty()) {
            return settling;
        }
        var who = till.id().toString();
        return limits.refuseSpent(Limit.TILL_COUPON_MISS, who)
                .then(settling)
                .onErrorResume(
                        CouponRefusal.class,
                        refused -> MISSES.contains(refused.code())
                                ? limits.pass(Limit.TILL_COUPON_MISS, who).then(Mono.error(refused))
                                : Mono.error(refused));
    }
}
