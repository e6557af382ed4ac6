package io.shuke.member.purchase;

import io.shuke.member.ground.Clause;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.ground.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a member's purchases. All but the goods stands in the one row that every member has. */
public final class PurchaseClauses {

    private PurchaseClauses() {}

    public static Clause everybody() {
        return Clause.of("s.member_id > 0");
    }

    public static Clause step(Span span) {
        return within("s.step", span);
    }

    public static Clause visits(Span span) {
        return within("s.visits", span);
    }

    /** In fen, over all time. */
    public static Clause amount(Span span) {
        return within("s.amount_fen", span);
    }

    /** In fen; whoever never bought has none. */
    public static Clause averageBill(Span span) {
        return Clause.all(List.of(Clause.of("s.visits > 0"), within("s.average_fen", span)));
    }

    /** So many times 24 hours ago; whoever never bought was never last here. */
    public static Clause lastVisit(Span days, Instant now) {
        return ago("s.last_at", days, now);
    }

    /** Where somebody was last. */
    public static Clause lastStore(long store) {
        return Clause.of("s.visits > 0 AND s.store_id = ?", store);
    }

    public static Clause lastChannel(String channel) {
        return Clause.of("s.visits > 0 AND s.channel = ?", channel);
    }

    /**
     * Away for longer than usual for him: so many percent of the time that lies between two of his own visits. Before the
     * third visit nobody has a rhythm.
     */
    public static Clause late(int percent, Instant now) {
        return Clause.of(
                "s.visits > 2 AND TIMESTAMPDIFF(HOUR, s.last_at, ?) * 100 > s.hours_between * ?", utc(now), percent);
    }

    /** From 1 for the fifth that comes least or spends least to 5, as judged last night. */
    public static Clause recency(Span span) {
        return within("s.recency", span);
    }

    public static Clause frequency(Span span) {
        return within("s.frequency", span);
    }

    public static Clause money(Span span) {
        return within("s.money", span);
    }

    public static Clause stage(LifeStage stage) {
        return Clause.of("s.stage = ?", stage.number());
    }

    public static Clause quadrant(Quadrant quadrant) {
        return Clause.of("s.quadrant = ?", quadrant.number());
    }

    /** @param since no longer ago than that, null for whenever */
    public static Clause bought(String name, int bills, @Nullable Instant since) {
        return goods(GoodsPen.GOODS, name, bills, since);
    }

    public static Clause boughtOf(String category, int bills, @Nullable Instant since) {
        return goods(GoodsPen.CATEGORY, category, bills, since);
    }

    private static Clause goods(int shelf, String name, int bills, @Nullable Instant since) {
        return Clause.of(
                "s.member_id IN (SELECT g.member_id FROM purchase_goods g WHERE g.merchant_id = ? AND g.shelf = ?"
                        + " AND g.name = ? AND g.last_at > ? AND g.bills >= ?)",
                MerchantScope.current().value(),
                shelf,
                GoodsPen.trimmed(name),
                utc(since == null ? Instant.EPOCH : since),
                bills);
    }

    private static Clause within(String column, Span span) {
        return span.isOpen()
                ? Clause.of(column + " >= ?", span.least())
                : Clause.of(column + " >= ? AND " + column + " <= ?", span.least(), span.most());
    }

    private static Clause ago(String column, Span days, Instant now) {
        var latest = Clause.of(column + " IS NOT NULL AND " + column + " <= ?", utc(before(now, days.least())));
        return days.isOpen()
                ? latest
                : Clause.of(
                        latest.sql() + " AND " + column + " > ?",
                        latest.values().get(0),
                        utc(before(now, days.most() + 1)));
    }

    private static Instant before(Instant now, long days) {
        return now.minus(Duration.ofDays(Math.min(days, 36_500)));
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
