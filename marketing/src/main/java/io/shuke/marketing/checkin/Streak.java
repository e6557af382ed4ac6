package io.shuke.marketing.checkin;

import java.time.LocalDate;

/**
 * An unbroken run of days.
 *
 * @param last the day it ends on
 * @param length days, 1 or more
 */
record Streak(LocalDate last, int length) {

    static Streak startingOn(LocalDate day) {
        return new Streak(day, 1);
    }

    /** Grows by one on the following day and starts over after a missed one. */
    Streak continuedOn(LocalDate day) {
        return last.plusDays(1).equals(day) ? new Streak(day, length + 1) : startingOn(day);
    }

    /** The first day of the plan's present round: a step is granted at most once a round. */
    LocalDate roundStart(int cycle) {
        return last.minusDays((length - 1) % cycle);
    }

    /** How long the streak still is for the member on {@code day}: it lives until the following day is over. */
    int on(LocalDate day) {
        return last.isBefore(day.minusDays(1)) ? 0 : length;
    }
}
