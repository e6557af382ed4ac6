package io.shuke.marketing.coupon;

import org.jspecify.annotations.Nullable;

/**
 * What an offer may cost the shop at most, told before it is saved.
 *
 * @param eachFen the most that one coupon takes off; null when only the bill knows
 * @param totalFen for the whole stock; null when either is not known
 */
public record OfferCost(@Nullable Long eachFen, @Nullable Long totalFen, String words) {

    public static OfferCost of(Benefit benefit, @Nullable Long stock) {
        var each = each(benefit);
        if (each == null) {
            return new OfferCost(null, null, "每张优惠多少随账单而定，没有上限");
        }
        if (stock == null) {
            return new OfferCost(each, null, "每张最多让利 " + Words.yuan(each) + " 元，不限量");
        }
        var total = each * stock;
        return new OfferCost(
                each, total, "最多让利 " + Words.yuan(total) + " 元（" + stock + " 张 × " + Words.yuan(each) + " 元）");
    }

    private static @Nullable Long each(Benefit benefit) {
        if (benefit instanceof Benefit.FullReduction one) {
            return one.offFen();
        }
        if (benefit instanceof Benefit.Voucher one) {
            return one.worthFen();
        }
        if (benefit instanceof Benefit.Discounted one && one.capFen() > 0) {
            return one.capFen();
        }
        return benefit instanceof Benefit.FreeShipping one && one.capFen() > 0 ? (Long) one.capFen() : null;
    }
}
