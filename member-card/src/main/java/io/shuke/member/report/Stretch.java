package io.shuke.member.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Whole days of the shop.
 *
 * @param end the day after the last one
 * @param until exclusive, like the day
 */
public record Stretch(LocalDate first, LocalDate end, Instant from, Instant until) {

    public static Stretch of(LocalDate first, LocalDate end, ZoneId zone) {
        return new Stretch(
                first,
                end,
                first.atStartOfDay(zone).toInstant(),
                end.atStartOfDay(zone).toInstant());
    }
}
