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

    Streak toStreak() {
        return new Streak(onDay, streak);
    }
}
