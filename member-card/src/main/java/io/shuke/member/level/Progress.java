package io.shuke.member.level;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a member is.
 *
 * @param next null on the highest level
 * @param value within the window, in the ladder's measure
 * @param missing to the next level, 0 on the highest
 * @param toKeep what is missing in the running window to keep the level; 0 when nothing is
 * @param text the same in words; null while the ladder has one step only
 */
public record Progress(
        Level level,
        @Nullable Level next,
        long value,
        long missing,
        long toKeep,
        @Nullable LocalDate protectedUntil,
        @Nullable LocalDate boostedUntil,
        @Nullable String text) {

    static Progress of(Standing standing, Ladder ladder, LocalDate today) {
        var rung = ladder.rung(standing.step());
        var value = standing.value(ladder, today);
        var next = rung.step() == ladder.top() ? null : ladder.rung(rung.step() + 1);
        var missing = next == null ? 0 : Math.max(0, next.bar() - value);
        return new Progress(
                rung.level(),
                next == null ? null : next.level(),
                value,
                missing,
                Math.max(0, rung.bar() - value),
                standing.protectedUntil(),
                standing.boostedUntil(),
                text(ladder, next, missing));
    }

    private static @Nullable String text(Ladder ladder, @Nullable Rung next, long missing) {
        if (next != null) {
            return "再" + ladder.measure().words(missing) + "升为" + next.level().name();
        }
        return ladder.top() == 1 ? null : "已是最高等级";
    }
}
