package io.shuke.marketing.checkin;

import java.time.Instant;
import java.time.LocalDate;

record CheckInRow(
        long memberId,
        LocalDate onDay,
        int streak,
        boolean madeUp,
        long points,
        long pointsAfter,
        Instant checkedInAt) {

    /** The same day, for another member. */
    CheckInRow of(long other) {
        return new CheckInRow(other, onDay, streak, madeUp, points, pointsAfter, checkedInAt);
    }

    Streak toStreak() {
        return new Streak(onDay, streak);
    }
}
