package io.shuke.marketing.coupon;

/**
 * What else the member brings to a bill.
 *
 * @param points how many he wishes to spend, at most; 0 is none
 * @param balanceFen how much of the stored value he wishes to spend, at most
 */
public record Paying(LevelPrice level, PointsOffset offset, long points, long balanceFen) {

    public static final Paying PLAIN = new Paying(LevelPrice.NONE, PointsOffset.NONE, 0, 0);

    public Paying {
        if (points < 0 || points > Basket.MOST_FEN || balanceFen < 0 || balanceFen > Basket.MOST_FEN) {
            throw CouponRefusal.basketImpossible();
        }
    }
}
