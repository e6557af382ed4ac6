package io.shuke.member.level;

/**
 * What a level brings.
 *
 * @param discountPercent what is left of a price: 90 is 9折, 100 no discount
 * @param pointsPercent 150 is one and a half times the points
 * @param birthdayGift in words, empty for none
 * @param priority served first
 * @param freeDeliveries a month
 * @param adviser somebody of his own to write to
 */
public record Benefits(
        int discountPercent,
        int pointsPercent,
        String birthdayGift,
        boolean priority,
        int freeDeliveries,
        boolean adviser) {

    public static final Benefits NONE = new Benefits(100, 100, "", false, 0, false);

    private static final int LONGEST_GIFT = 40;

    public Benefits {
        if (discountPercent < 10 || discountPercent > 100) {
            throw LevelRefusal.ladderImpossible("折扣在 1 折到不打折之间");
        }
        if (pointsPercent < 0 || pointsPercent > 1000) {
            throw LevelRefusal.ladderImpossible("积分倍数在 0 到 10 倍之间");
        }
        if (freeDeliveries < 0 || freeDeliveries > 31 || birthdayGift.length() > LONGEST_GIFT) {
            throw LevelRefusal.ladderImpossible("每月免运费 0 到 31 次，生日礼最多 " + LONGEST_GIFT + " 个字");
        }
    }
}
