package io.shuke.marketing.coupon;

import io.shuke.member.merchant.Merchants;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Names the redemption that came first, by store and time, to whoever comes second. */
@Component
class FirstRedemption {

    private final RedemptionMapper mapper;
    private final Merchants merchants;

    FirstRedemption(RedemptionMapper mapper, Merchants merchants) {
        this.mapper = mapper;
        this.merchants = merchants;
    }

    /** Empty while there is none, as for a coupon that this very transaction is about to redeem. */
    Optional<CouponRefusal> of(long coupon, ZoneId zone) {
        return Optional.ofNullable(mapper.inForce(coupon)).map(first -> {
            var store = merchants.storeNames().getOrDefault(first.storeId(), "另一家门店");
            return CouponRefusal.redeemed(store, Coupon.moment(first.redeemedAt(), zone));
        });
    }
}
