package io.shuke.marketing.checkin;

import java.time.LocalDate;
import java.util.List;

/**
 * A month of check-ins as the member sees it.
 *
 * @param days the days of the month that count, made-up ones included
 * @param madeUp those of them that were made up
 * @param streak days in a row until today, or until yesterday while today is still open
 * @param makeUpsLeft how many days of the month can still be made up
 */
public record CheckInMonth(
        List<LocalDate> days,
        List<LocalDate> madeUp,
        LocalDate today,
        boolean checkedInToday,
        int streak,
        int makeUpsLeft,
        RewardPlan plan) {}
