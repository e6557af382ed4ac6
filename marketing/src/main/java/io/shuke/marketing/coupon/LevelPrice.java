package io.shuke.marketing.coupon;

/**
 * What the member's level pays for goods on this bill.
 *
 * @param payPercent 100 is no discount, 90 is 9 折
 */
public record LevelPrice(String level, int payPercent) {

    public static final LevelPrice NONE = new LevelPrice("", 100);

    public LevelPrice {
        if (payPercent < 1 || payPercent > 100) {
            throw CouponRefusal.basketImpossible();
        }
    }
}
