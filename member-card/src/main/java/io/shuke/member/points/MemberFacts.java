package io.shuke.member.points;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the earning rules ask of a member.
 *
 * @param step his level
 * @param levelPercent what his level makes of points: 150 is one and a half times
 * @param boosted whether a rise's boost runs on the day of the bill
 * @param birthday null when not known, or when the rules do not ask
 * @param earnedToday points from other purchases of that day
 */
public record MemberFacts(
        int step,
        int levelPercent,
        boolean boosted,
        int boostPercent,
        @Nullable LocalDate birthday,
        long earnedToday) {

    public static MemberFacts ordinary() {
        return new MemberFacts(1, 100, false, 100, null, 0);
    }
}
