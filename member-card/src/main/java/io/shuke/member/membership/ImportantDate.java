package io.shuke.member.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that matters to a member.
 *
 * @param year needed only for what happens once ({@link Occasion#HUNDRED_DAYS}); for the rest not asked, not kept
 */
public record ImportantDate(
        Occasion occasion,
        String label,
        YearDay day,
        @Nullable Integer year) {

    private static final int LONGEST_LABEL = 20;

    public ImportantDate {
        label = Text.line(label, LONGEST_LABEL, MembershipRefusal::dateImpossible);
        if ((occasion == Occasion.HUNDRED_DAYS) != (year != null)) {
            throw MembershipRefusal.dateImpossible();
        }
        if (year != null && (year < 1900 || year > 2200 || day.lunar())) {
            throw MembershipRefusal.dateImpossible();
        }
    }

    public static ImportantDate yearly(Occasion occasion, YearDay day) {
        return new ImportantDate(occasion, occasion.label(), day, null);
    }

    /** The day of birth counts as the first, as people count it: born on 1 January, 百日 is 10 April. */
    public static ImportantDate hundredDays(LocalDate born) {
        var day = born.plusDays(99);
        return new ImportantDate(
                Occasion.HUNDRED_DAYS,
                Occasion.HUNDRED_DAYS.label(),
                YearDay.solar(day.getMonthValue(), day.getDayOfMonth()),
                day.getYear());
    }

    /** The next time on or after {@code from}; null when it has been and does not come again. */
    public @Nullable Occurrence next(LocalDate from) {
        if (year == null) {
            return day.next(from);
        }
        var once = day.in(year);
        return once.on().isBefore(from) ? null : once;
    }
}
