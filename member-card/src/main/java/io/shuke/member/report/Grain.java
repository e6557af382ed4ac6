package io.shuke.member.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How long a period of a report is; weeks begin on Monday. */
public enum Grain {
    DAY {
        @Override
        public LocalDate first(LocalDate day) {
            return day;
        }

        @Override
        public LocalDate plus(LocalDate first, int periods) {
            return first.plusDays(periods);
        }
    },
    WEEK {
        @Override
        public LocalDate first(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        public LocalDate plus(LocalDate first, int periods) {
            return first.plusWeeks(periods);
        }
    },
    MONTH {
        @Override
        public LocalDate first(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        public LocalDate plus(LocalDate first, int periods) {
            return first.plusMonths(periods);
        }
    };

    /** The first day of the period that the day is in. */
    public abstract LocalDate first(LocalDate day);

    /** So many periods later, or earlier. */
    public abstract LocalDate plus(LocalDate first, int periods);
}
