package io.shuke.marketing.checkin;

import io.shuke.member.ground.Clause;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.ground.Span;
import java.time.LocalDate;
import java.util.List;

/** What can be asked of a member's check-ins; days are the shop's. */
public final class CheckInClauses {

    private static final long LONGEST_DAYS = 36_500;

    private CheckInClauses() {}

    /** The run of days that has not been broken yet: it ends today or yesterday. Whoever has none has 0. */
    public static Clause streak(Span days, LocalDate today) {
        var running = Clause.of(
                "s.member_id IN (SELECT c.member_id FROM check_in c WHERE c.merchant_id = ? AND c.on_day >= ?"
                        + " AND c.streak >= ? AND c.streak <= ?)",
                merchant(),
                today.minusDays(1),
                Math.max(1, days.least()),
                days.most());
        return days.holds(0)
                ? Clause.any(List.of(running, since(today.minusDays(1)).not()))
                : running;
    }

    /** On how many days of this month. */
    public static Clause thisMonth(Span days, LocalDate today) {
        var first = today.withDayOfMonth(1);
        var some = Clause.of(
                "s.member_id IN (SELECT c.member_id FROM check_in c WHERE c.merchant_id = ? AND c.on_day >= ?"
                        + " AND c.on_day <= ? GROUP BY c.member_id HAVING COUNT(*) >= ? AND COUNT(*) <= ?)",
                merchant(),
                first,
                today,
                Math.max(1, days.least()),
                days.most());
        return days.holds(0) ? Clause.any(List.of(some, since(first).not())) : some;
    }

    /** The last one so many days ago; whoever never checked in never did. */
    public static Clause last(Span days, LocalDate today) {
        var from = Clause.of(
                "EXISTS (SELECT 1 FROM check_in c WHERE c.merchant_id = s.merchant_id AND c.member_id = s.member_id"
                        + " AND c.on_day <= ? AND c.on_day >= ?)",
                today.minusDays(Math.min(days.least(), LONGEST_DAYS)),
                today.minusDays(Math.min(days.most(), LONGEST_DAYS)));
        return days.least() == 0
                ? from
                : Clause.all(
                        List.of(from, since(today.minusDays(days.least() - 1)).not()));
    }

    private static Clause since(LocalDate day) {
        return Clause.of(
                "s.member_id IN (SELECT c.member_id FROM check_in c WHERE c.merchant_id = ? AND c.on_day >= ?)",
                merchant(),
                day);
    }

    private static long merchant() {
        return MerchantScope.current().value();
    }
}
