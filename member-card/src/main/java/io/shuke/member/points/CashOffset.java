package io.shuke.member.points;

import io.shuke.member.ground.Fen;

/**
 * How points pay: so many are worth a yuan, and no bill is paid with more of them than the shop allows.
 *
 * @param pointsPerYuan 1 to 10 000; 0 when points do not pay
 * @param sharePercent of what is due, 1 to 100
 * @param most at most so much of one bill
 */
public record CashOffset(int pointsPerYuan, int sharePercent, Fen most) {

    public CashOffset {
        if (pointsPerYuan < 0 || pointsPerYuan > 10_000) {
            throw PointsRefusal.rulesImpossible("抵扣 1 元需 0 到 10000 积分");
        }
        if (sharePercent < 1 || sharePercent > 100 || most.value() < 1) {
            throw PointsRefusal.rulesImpossible("每单最多抵扣 1% 到 100%，且金额大于零");
        }
    }

    /** A hundred points a yuan, up to half of a bill and 50 yuan. */
    public static CashOffset usual() {
        return new CashOffset(100, 50, new Fen(5000));
    }

    /** What so many points pay, in whole 分 rounded down. */
    public long worthFen(long points) {
        return pointsPerYuan == 0 ? 0 : Math.max(0, points) * 100 / pointsPerYuan;
    }

    /** The most points that make sense for this bill: never one that pays nothing. */
    public long most(Fen due, long balance) {
        if (pointsPerYuan == 0 || balance <= 0) {
            return 0;
        }
        var fen = Math.min(most.value(), due.value() * sharePercent / 100);
        return pointsFor(Math.min(fen, worthFen(balance)));
    }

    /**
     * @param points what the member wants to spend
     * @return what they pay
     * @throws PointsRefusal {@code points.offset-too-much} when the bill takes fewer, {@code points.offset-impossible} when
     *     they pay nothing
     */
    public Fen pay(long points, Fen due) {
        if (points <= 0 || worthFen(points) == 0) {
            throw PointsRefusal.offsetImpossible();
        }
        var most = most(due, points);
        if (worthFen(points) > worthFen(most)) {
            throw PointsRefusal.offsetTooMuch(most);
        }
        return new Fen(worthFen(points));
    }

    /** As few points as pay this much. */
    private long pointsFor(long fen) {
        return (fen * pointsPerYuan + 99) / 100;
    }
}
