package io.shuke.member.level;

/**
 * One level of a ladder and what it takes.
 *
 * @param threshold within the window, in the ladder's measure (money in 分)
 * @param sharePercent at most so many of all members may stand here or higher, 0 for any number
 * @param cutoff what the share asked for at the last judgement; a result, not a setting
 */
public record Rung(Level level, long threshold, int sharePercent, long cutoff, Benefits benefits) {

    public Rung {
        if (level.name().isBlank() || level.name().length() > 20) {
            throw LevelRefusal.ladderImpossible("等级名称为 1 到 20 个字");
        }
        if (threshold < 0 || threshold > 10_000_000_000L) {
            throw LevelRefusal.ladderImpossible("升级条件不能为负，也不能超过一亿元");
        }
        if (sharePercent < 0 || sharePercent > 100) {
            throw LevelRefusal.ladderImpossible("人数占比在 0 到 100 之间");
        }
    }

    public static Rung of(int step, String name, long threshold, Benefits benefits) {
        return new Rung(new Level(step, name), threshold, 0, 0, benefits);
    }

    public Rung cappedAt(int sharePercent) {
        return new Rung(level, threshold, sharePercent, cutoff, benefits);
    }

    Rung cutAt(long cutoff) {
        return new Rung(level, threshold, sharePercent, cutoff, benefits);
    }

    /** What a member needs to stand here. */
    public long bar() {
        return Math.max(threshold, cutoff);
    }

    public int step() {
        return level.step();
    }
}
