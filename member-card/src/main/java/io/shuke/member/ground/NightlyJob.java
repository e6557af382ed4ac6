package io.shuke.member.ground;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * Work for every night, once for each merchant; a bean of this type is all that a feature adds. One node does it, and
 * another takes over when that one dies, so the work must bear being begun again, and even being done by two at once:
 * many small transactions, and unique keys for whatever is of value.
 *
 * @param name of what has been done, such as {@code points.expiry}; it stays
 * @param at the time of day in the shop's zone; when all nodes slept then, it is made up for until the next
 * @param work on the day that has begun, within the merchant's scope and outside of any transaction; answers how much it
 *     did
 */
public record NightlyJob(String name, LocalTime at, ToIntFunction<LocalDate> work) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z.-]{2,39}");

    public NightlyJob {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name for nightly work: " + name);
        }
    }

    /** The day whose turn has come. */
    public LocalDate due(Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        return local.toLocalTime().isBefore(at) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    }
}
