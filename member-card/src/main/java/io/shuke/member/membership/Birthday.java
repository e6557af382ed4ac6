package io.shuke.member.membership;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.regex.Pattern;

/** What may stand as a member's birthday. */
public final class Birthday {

    /** Below this age the law (PIPL, article 31) asks for the guardian's consent, which a shop cannot obtain here. */
    static final int OF_AGE = 14;

    private static final int OLDEST = 130;
    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

    private Birthday() {}

    /** Reads {@code 1990-05-17}; 31 February is refused rather than moved. */
    public static LocalDate parse(String text) {
        var day = DAY.matcher(text);
        if (!day.matches()) {
            throw MembershipRefusal.birthdayImpossible();
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
        } catch (DateTimeException impossible) {
            throw MembershipRefusal.birthdayImpossible();
        }
    }

    /** @param today in the shop's zone */
    public static LocalDate accepted(LocalDate birthday, LocalDate today) {
        var age = Period.between(birthday, today);
        if (age.isNegative() || age.getYears() > OLDEST) {
            throw MembershipRefusal.birthdayImpossible();
        }
        if (age.getYears() < OF_AGE) {
            throw MembershipRefusal.guardianNeeded();
        }
        return birthday;
    }
}
