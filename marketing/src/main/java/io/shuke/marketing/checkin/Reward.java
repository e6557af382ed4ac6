package io.shuke.marketing.checkin;

/**
 * What a check-in brings.
 *
 * @param text in the shop's own words
 * @param points how many points, for {@link Kind#POINTS}; otherwise 0
 */
public record Reward(Kind kind, String text, int points) {

    /** What kind of thing it is. */
    public enum Kind {
        /** Points, booked at once. */
        POINTS,
        /** A coupon, put into the wallet. */
        COUPON,
        /** A gift to collect in the store. */
        GIFT
    }

    public Reward {
        if (text.isBlank() || text.length() > 60) {
            throw CheckInRefusal.planImpossible("奖励的说明要有 1 到 60 个字");
        }
        if (points < 0 || points > 10_000 || (kind == Kind.POINTS) != (points > 0)) {
            throw CheckInRefusal.planImpossible("积分奖励在 1 到 10000 分之间");
        }
    }

    static Reward ofPoints(int points) {
        return new Reward(Kind.POINTS, "签到 +" + points + " 积分", points);
    }
}
