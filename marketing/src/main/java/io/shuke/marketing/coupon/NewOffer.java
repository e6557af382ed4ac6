package io.shuke.marketing.coupon;

import org.jspecify.annotations.Nullable;

/** An offer as the merchant asks for it. @param stock how many coupons, 1 to a million; null is no limit */
public record NewOffer(
        String title,
        Benefit benefit,
        Terms terms,
        Giving giving,
        @Nullable Long stock) {

    public NewOffer {
        OfferRefusal.refuseUnless(stock == null || stock >= 1 && stock <= 1_000_000, "库存在 1 到 1000000 张之间");
    }

    /** What it would be; refused when it cannot be. */
    public Offer as(long id) {
        return new Offer(id, title, benefit, terms, giving);
    }
}
