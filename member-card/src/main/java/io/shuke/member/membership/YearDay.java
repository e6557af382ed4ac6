package io.shuke.member.membership;

import com.nlf.calendar.LunarMonth;
import com.nlf.calendar.LunarYear;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.JulianFields;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A day that comes once a year, in the solar or the lunar calendar. Where a year lacks the day:
 *
 * <ul>
 *   <li>29 February is kept on 28 February, so that it stays within its month;
 *   <li>the 30th of a lunar month that has only 29 days is kept on the 29th, for the same reason;
 *   <li>a day of a leap month (闰月) is kept in the leap month where the year has it, else in the ordinary month of the
 *       same number; a day of an ordinary month is never kept a second time in the leap month after it.
 * </ul>
 *
 * Hence every year of the day's own calendar has it exactly once.
 */
public record YearDay(int month, int day, boolean lunar, boolean leapMonth) {

    /** {@code LunarYear.fromYear} keeps its last answer in a static field that threads overwrite for each other. */
    private static final Map<Integer, LunarYear> LUNAR_YEARS = new ConcurrentHashMap<>();

    public YearDay {
        int longest = lunar ? 30 : month >= 1 && month <= 12 ? Month.of(month).maxLength() : 0;
        if (month < 1 || month > 12 || day < 1 || day > longest || leapMonth && !lunar) {
            throw MembershipRefusal.dateImpossible();
        }
    }

    public static YearDay solar(int month, int day) {
        return new YearDay(month, day, false, false);
    }

    public static YearDay lunar(int month, int day) {
        return new YearDay(month, day, true, false);
    }

    public static YearDay lunarLeap(int month, int day) {
        return new YearDay(month, day, true, true);
    }

    /** When it is kept in a year of its own calendar. */
    public Occurrence in(int year) {
        return new Occurrence(year, lunar ? lunarDay(year) : solarDay(year));
    }

    /** The next time on or after {@code from}. */
    public Occurrence next(LocalDate from) {
        // A lunar year begins late in January or in February of the solar year of the same number.
        for (int year = lunar ? from.getYear() - 1 : from.getYear(); ; year++) {
            var occurrence = in(year);
            if (!occurrence.on().isBefore(from)) {
                return occurrence;
            }
        }
    }

    private LocalDate solarDay(int year) {
        var month = YearMonth.of(year, this.month);
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    private LocalDate lunarDay(int year) {
        var table = LUNAR_YEARS.computeIfAbsent(year, LunarYear::new);
        @Nullable LunarMonth leap = leapMonth ? table.getMonth(-month) : null;
        var kept = leap == null ? table.getMonth(month) : leap;
        return LocalDate.EPOCH
                .with(JulianFields.JULIAN_DAY, Math.round(kept.getFirstJulianDay()))
                .plusDays(Math.min(day, kept.getDayCount()) - 1L);
    }
}
