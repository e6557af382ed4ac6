package io.shuke.marketing.coupon;

import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What becomes of wallets when two members turn out to be one person: the coupons change hands and remember it. To whom
 * they were issued stays, so that no key is in the way and the limit counts for the one as it did for the two.
 */
@Component
class Handover {

    private final CouponMapper coupons;

    Handover(CouponMapper coupons) {
        this.coupons = coupons;
    }

    @EventListener
    void on(MergedMembers merged) {
        for (var coupon : coupons.idsOf(merged.absorbed().value())) {
            coupons.remember(merged.merge(), coupon);
            coupons.move(coupon, merged.absorbed().value(), merged.kept().value());
        }
    }

    @EventListener
    void on(MergeUndone undone) {
        for (var coupon : coupons.moved(undone.merge())) {
            coupons.move(coupon, undone.kept().value(), undone.restored().value());
        }
    }
}
