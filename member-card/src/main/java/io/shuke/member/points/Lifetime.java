package io.shuke.member.points;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How long points are good. Always to the end of a month: a customer remembers that, and a year has few lots. */
final class Lifetime {

    private static final int MONTHS = 12;

    private Lifetime() {}

    static LocalDate ofEarned(LocalDate day) {
        return endOfMonth(day.plusMonths(MONTHS));
    }

    /** Points of a lot that has expired meanwhile come back with at least a month to use them: the delay was the shop's. */
    static LocalDate ofReturned(LocalDate day) {
        return endOfMonth(day.plusMonths(1));
    }

    private static LocalDate endOfMonth(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
    }
}
