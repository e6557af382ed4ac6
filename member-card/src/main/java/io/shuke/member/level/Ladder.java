package io.shuke.member.level;

import java.util.List;

/**
 * A merchant's levels. Who reaches a level's bar stands on it at once; who stays below his own for several months goes down
 * one step, never more.
 *
 * @param windowMonths calendar months looked at, the running one included: 1 to 12
 * @param graceMonths months in a row below one's level before a step down
 * @param protectionDays after a rise no month counts as below
 * @param boostDays after a rise points count {@code boostPercent}; 0 for no boost
 */
public record Ladder(
        Measure measure,
        int windowMonths,
        int graceMonths,
        int protectionDays,
        int boostDays,
        int boostPercent,
        List<Rung> rungs) {

    static final Ladder USUAL =
            new Ladder(Measure.AMOUNT, 6, 3, 30, 7, 200, List.of(Rung.of(1, "普通会员", 0, Benefits.NONE)));

    private static final int MOST = 10;

    public Ladder {
        rungs = List.copyOf(rungs);
        if (windowMonths < 1 || windowMonths > Months.KEPT - 1) {
            throw LevelRefusal.ladderImpossible("考察期为 1 到 12 个月");
        }
        if (graceMonths < 1 || graceMonths > 24) {
            throw LevelRefusal.ladderImpossible("连续 1 到 24 个月未达标才降级");
        }
        if (protectionDays < 0 || protectionDays > 366 || boostDays < 0 || boostDays > 31) {
            throw LevelRefusal.ladderImpossible("保护期 0 到 366 天，升级加速 0 到 31 天");
        }
        if (boostPercent < 100 || boostPercent > 1000) {
            throw LevelRefusal.ladderImpossible("升级加速为 1 到 10 倍");
        }
        check(rungs);
    }

    private static void check(List<Rung> rungs) {
        if (rungs.isEmpty() || rungs.size() > MOST) {
            throw LevelRefusal.ladderImpossible("等级为 1 到 " + MOST + " 个");
        }
        if (rungs.get(0).threshold() != 0 || rungs.get(0).sharePercent() != 0) {
            throw LevelRefusal.ladderImpossible("第一个等级不能有条件");
        }
        for (int i = 0; i < rungs.size(); i++) {
            if (rungs.get(i).step() != i + 1) {
                throw LevelRefusal.ladderImpossible("等级须从 1 开始依次编号");
            }
            if (i > 0 && rungs.get(i).threshold() <= rungs.get(i - 1).threshold()) {
                throw LevelRefusal.ladderImpossible("越高的等级条件须越高");
            }
        }
    }

    public Rung rung(int step) {
        return rungs.get(Math.max(1, Math.min(step, rungs.size())) - 1);
    }

    public int top() {
        return rungs.size();
    }

    /** The highest step whose bar this reaches. */
    int deserved(long value) {
        int step = 1;
        for (var rung : rungs) {
            if (value >= rung.bar()) {
                step = rung.step();
            }
        }
        return step;
    }
}
