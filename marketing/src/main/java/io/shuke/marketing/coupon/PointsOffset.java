package io.shuke.marketing.coupon;

/**
 * How points pay (积分抵现).
 *
 * @param pointsAYuan how many points are worth one yuan, 1 to 100 000
 * @param capPercent of what is left after discounts, 0 to 100; 0 is not offered
 */
public record PointsOffset(int pointsAYuan, int capPercent) {

    public static final PointsOffset NONE = new PointsOffset(100, 0);

    public PointsOffset {
        if (pointsAYuan < 1 || pointsAYuan > 100_000 || capPercent < 0 || capPercent > 100) {
            throw CouponRefusal.basketImpossible();
        }
    }

    /** 分 that so many points pay at most, of so much that is due. */
    long fen(long points, long dueFen) {
        return Math.min(points * 100 / pointsAYuan, dueFen * capPercent / 100);
    }

    /** Points that so many 分 cost: no point is taken that pays nothing. */
    long points(long fen) {
        return (fen * pointsAYuan + 99) / 100;
    }
}
