package io.shuke.member.points;

import io.shuke.member.membership.YearDay;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days on which points count more.
 *
 * @param on the day of the week (1 is Monday) or of the month; 0 where the kind needs none
 * @param percent 200 counts double
 */
public record Window(Kind kind, int on, int percent) {

    /** What kind of days. */
    public enum Kind {
        WEEKDAY("会员日"),
        MONTH_DAY("会员日"),
        BIRTHDAY("生日"),
        /** From three days before to three days after. */
        BIRTHDAY_WEEK("生日周"),
        BOOST("升级加速");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        boolean birthday() {
            return this == BIRTHDAY || this == BIRTHDAY_WEEK;
        }
    }

    public Window {
        checkPercent(percent);
        var highest =
                switch (kind) {
                    case WEEKDAY -> 7;
                    case MONTH_DAY -> 31;
                    case BIRTHDAY, BIRTHDAY_WEEK, BOOST -> 0;
                };
        if (on > highest || on < (highest == 0 ? 0 : 1)) {
            throw PointsRefusal.rulesImpossible("会员日为周一到周日，或每月 1 到 31 日");
        }
    }

    static Window boost(int percent) {
        return new Window(Kind.BOOST, 0, percent);
    }

    static void checkPercent(int percent) {
        if (percent < 0 || percent > 1000) {
            throw PointsRefusal.rulesImpossible("倍数在 0 到 10 倍之间");
        }
    }

    boolean holds(MemberFacts facts, LocalDate day) {
        return switch (kind) {
            case WEEKDAY -> day.getDayOfWeek().getValue() == on;
            case MONTH_DAY -> day.getDayOfMonth() == Math.min(on, day.lengthOfMonth());
            case BIRTHDAY -> near(facts, day, 0);
            case BIRTHDAY_WEEK -> near(facts, day, 3);
            case BOOST -> facts.boosted();
        };
    }

    private static boolean near(MemberFacts facts, LocalDate day, int days) {
        var born = facts.birthday();
        if (born == null) {
            return false;
        }
        var kept = YearDay.solar(born.getMonthValue(), born.getDayOfMonth())
                .next(day.minusDays(days))
                .on();
        return Math.abs(ChronoUnit.DAYS.between(day, kept)) <= days;
    }

    /** 会员日双倍, 生日周 1.5 倍. */
    String words() {
        return kind.label + times(percent);
    }

    static String times(int percent) {
        if (percent == 200) {
            return "双倍";
        }
        return " "
                + java.math.BigDecimal.valueOf(percent, 2).stripTrailingZeros().toPlainString() + " 倍";
    }
}
