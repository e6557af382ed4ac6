package io.shuke.marketing.coupon;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When in the week, by the shop's clock. Hours may pass midnight; the part after it belongs to the day before.
 *
 * @param days none is every day
 * @param from both null is the whole day
 * @param until exclusive
 */
public record Hours(
        Set<DayOfWeek> days,
        @Nullable LocalTime from,
        @Nullable LocalTime until) {

    public static final Hours ALWAYS = new Hours(Set.of(), null, null);

    private static final List<String> NAMES = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");

    public Hours {
        days = Set.copyOf(days);
        OfferRefusal.refuseUnless((from == null) == (until == null), "时段要有开始和结束");
        OfferRefusal.refuseUnless(from == null || !from.equals(until), "时段的开始和结束不能相同");
    }

    boolean include(LocalDateTime at) {
        if (from == null || until == null) {
            return on(at.getDayOfWeek());
        }
        var time = at.toLocalTime();
        if (from.isBefore(until)) {
            return on(at.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(until);
        }
        return !time.isBefore(from) && on(at.getDayOfWeek())
                || time.isBefore(until) && on(at.getDayOfWeek().minus(1));
    }

    private boolean on(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }

    String words() {
        var when = days.isEmpty()
                ? "每天"
                : String.join(
                        "、",
                        days.stream()
                                .sorted()
                                .map(day -> NAMES.get(day.ordinal()))
                                .toList());
        return from == null ? when : when + " " + from + "–" + until;
    }
}
