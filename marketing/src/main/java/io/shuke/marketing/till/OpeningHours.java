package io.shuke.marketing.till;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When a till may be used, by the shop's clock; a bar may close after midnight.
 *
 * @param opens from this minute on
 * @param closes up to this minute, which is no longer in; the same as {@code opens} means round the clock
 */
public record OpeningHours(LocalTime opens, LocalTime closes) {

    public static final OpeningHours ALWAYS = new OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public static OpeningHours of(@Nullable LocalTime opens, @Nullable LocalTime closes) {
        if (opens == null && closes == null) {
            return ALWAYS;
        }
        if (opens == null || closes == null) {
            throw TillRefusal.hoursImpossible();
        }
        return new OpeningHours(opens, closes);
    }

    public boolean include(LocalTime now) {
        if (opens.equals(closes)) {
            return true;
        }
        return opens.isBefore(closes)
                ? !now.isBefore(opens) && now.isBefore(closes)
                : !now.isBefore(opens) || now.isBefore(closes);
    }
}
