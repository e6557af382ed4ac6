package io.shuke.marketing.push;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What the shop spares its members. It holds for offers, news and care, not for what a member waits for.
 *
 * @param most so many messages at most within the days; 0 is no limit
 * @param quietFrom by the shop's clock; equal to {@code quietUntil} is never quiet
 * @param boughtDays nothing for those who bought within so many days; 0 for everybody
 * @param holdOut percent of a push's people who get nothing, to compare with
 */
public record PushRules(int most, int days, LocalTime quietFrom, LocalTime quietUntil, int boughtDays, int holdOut) {

    public PushRules {
        PushRefusal.refuseUnless(most >= 0 && most <= 100 && days >= 1 && days <= 90, "次数在 0 到 100 之间，天数在 1 到 90 之间");
        PushRefusal.refuseUnless(boughtDays >= 0 && boughtDays <= 90, "“刚买过”在 0 到 90 天之间");
        PushRefusal.refuseUnless(holdOut >= 0 && holdOut <= 50, "对照组在 0% 到 50% 之间");
    }

    public static PushRules usual() {
        return new PushRules(3, 7, LocalTime.of(21, 30), LocalTime.of(9, 0), 0, 10);
    }

    /** The first moment from then on that is not quiet. */
    Instant awake(Instant at, ZoneId zone) {
        if (quietFrom.equals(quietUntil)) {
            return at;
        }
        var local = at.atZone(zone);
        var time = local.toLocalTime();
        var overnight = quietFrom.isAfter(quietUntil);
        var quiet = overnight
                ? !time.isBefore(quietFrom) || time.isBefore(quietUntil)
                : !time.isBefore(quietFrom) && time.isBefore(quietUntil);
        if (!quiet) {
            return at;
        }
        var day = overnight && !time.isBefore(quietFrom) ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return day.atTime(quietUntil).atZone(zone).toInstant();
    }
}
