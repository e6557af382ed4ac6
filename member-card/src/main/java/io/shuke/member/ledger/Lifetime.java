package io.shuke.member.ledger;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * How long what is earned is good when nobody names a day. Points always to the end of a month: a customer remembers that,
 * and a year has few lots. It is the ledger that adds the day, so that a request repeated tomorrow is still the same.
 */
final class Lifetime {

    private static final int MONTHS = 12;

    private Lifetime() {}

    static LocalDate ofEarned(Asset asset, LocalDate day) {
        return asset.equals(Asset.POINTS) ? endOfMonth(day.plusMonths(MONTHS)) : Asset.FOREVER;
    }

    /** What comes back to a lot that has expired meanwhile has at least a month: the delay was the shop's. */
    static LocalDate ofReturned(LocalDate day) {
        return endOfMonth(day.plusMonths(1));
    }

    private static LocalDate endOfMonth(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
    }
}
