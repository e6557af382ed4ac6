package io.shuke.marketing.till;

import io.shuke.marketing.coupon.LevelPrice;
import io.shuke.marketing.coupon.PointsOffset;
import io.shuke.member.level.Level;
import io.shuke.member.level.Levels;
import io.shuke.member.membership.MemberId;
import org.springframework.stereotype.Component;

/** What being a member is worth on a bill: what the level pays, what points pay, what a bill earns. */
@Component
class Prices {

    /** A hundred points a yuan, for at most half of a bill. */
    private static final PointsOffset OFFSET = new PointsOffset(100, 50);

    private static final int FEN_A_POINT = 100;

    private final Levels levels;

    Prices(Levels levels) {
        this.levels = levels;
    }

    Level level(MemberId member) {
        return levels.progress(member).level();
    }

    LevelPrice price(MemberId member) {
        var level = level(member);
        return new LevelPrice(
                level.name(), levels.ladder().rung(level.step()).benefits().discountPercent());
    }

    PointsOffset offset() {
        return OFFSET;
    }

    /** A point for each whole yuan that was paid, in money or from the balance. */
    long points(long paidFen) {
        return paidFen / FEN_A_POINT;
    }

    /** Growth is counted like points, but is never spent. */
    long growth(long paidFen) {
        return paidFen / FEN_A_POINT;
    }
}
