package io.shuke.member.purchase;

import io.shuke.member.ground.MerchantScope;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Says once a night where every member stands among the shop's own customers: five fifths each by how lately, how often and
 * for how much they bought, the four quadrants of frequency and bill, and the stage of life as a customer, which follows the
 * member's own rhythm. The cuts come from the shop's own figures, so a noodle shop and a jeweller need no settings.
 */
@Service
public class Ratings {

    private static final String FOR_AMOUNTS = "SELECT amount_fen FROM purchase_summary WHERE merchant_id = ?"
            + " AND visits > 0 ORDER BY amount_fen LIMIT 1 OFFSET ?";
    private static final String FOR_TIMES = "SELECT last_at FROM purchase_summary WHERE merchant_id = ?"
            + " AND last_at IS NOT NULL ORDER BY last_at LIMIT 1 OFFSET ?";
    private static final String FOR_VISITS = "SELECT visits FROM purchase_summary WHERE merchant_id = ?"
            + " AND visits > 0 ORDER BY visits LIMIT 1 OFFSET ?";
    private static final String FOR_BILLS = "SELECT average_fen FROM purchase_summary WHERE merchant_id = ?"
            + " AND visits > 0 ORDER BY average_fen LIMIT 1 OFFSET ?";

    /** Hours of silence against the own interval: at least so many days, at most a year. */
    private static final String SILENT = "TIMESTAMPDIFF(HOUR, last_at, ?)";

    private static final String ASLEEP =
            SILENT + " >= LEAST(GREATEST(COALESCE(hours_between, 0) * 4, 60 * 24), 365 * 24)";
    private static final String DECLINING =
            SILENT + " >= LEAST(GREATEST(COALESCE(hours_between, 0) * 2, 21 * 24), 365 * 24)";

    private static final String STAGE = "CASE WHEN visits = 0 THEN 0 WHEN " + ASLEEP + " THEN 4 WHEN " + DECLINING
            + " THEN 3 WHEN TIMESTAMPDIFF(HOUR, first_at, ?) < 30 * 24 THEN 1 ELSE 2 END";

    private static final String QUADRANT = "CASE WHEN visits = 0 THEN 0 WHEN visits > ? AND average_fen > ? THEN 1"
            + " WHEN visits > ? THEN 2 WHEN average_fen > ? THEN 3 ELSE 4 END";

    private static final String UPDATE = "UPDATE purchase_summary FORCE INDEX (PRIMARY) SET recency = "
            + score("last_at")
            + ", frequency = " + score("visits") + ", money = " + score("amount_fen") + ", quadrant = " + QUADRANT
            + ", stage = " + STAGE + " WHERE merchant_id = ? AND member_id > ? AND member_id <= ?";

    private final JdbcTemplate database;
    private final SummaryMapper mapper;
    private final Clock clock;

    Ratings(JdbcTemplate database, SummaryMapper mapper, Clock clock) {
        this.database = database;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Where fifths end: 1 up to the first cut, 5 above the last.
     *
     * @param visits the fifths' ends, like the others
     * @param middleVisits up to here somebody comes seldom
     * @param middleBill in fen; up to here his bills are small
     */
    record Cuts(List<LocalDateTime> times, List<Long> visits, List<Long> amounts, long middleVisits, long middleBill) {}

    /** One score a fifth above whose end the value lies; with equals the lower one, so the best fifth is never too large. */
    private static String score(String column) {
        return "CASE WHEN visits = 0 THEN 0 ELSE 1 + (" + column + " > ?) + (" + column + " > ?) + (" + column
                + " > ?) + (" + column + " > ?) END";
    }

    /**
     * Judges everybody, so many at a time in a transaction each.
     *
     * @return how many there are
     */
    public int run(int atATime) {
        var buyers = mapper.buyers();
        if (buyers == 0) {
            return 0;
        }
        var cuts = cuts(buyers);
        int done = 0;
        long after = 0;
        for (var batch = mapper.after(after, atATime); !batch.isEmpty(); batch = mapper.after(after, atATime)) {
            long last = batch.get(batch.size() - 1);
            rate(cuts, after, last);
            after = last;
            done += batch.size();
        }
        return done;
    }

    private Cuts cuts(long buyers) {
        return new Cuts(
                fifths(n -> one(FOR_TIMES, LocalDateTime.class, buyers * n / 5 - 1)),
                fifths(n -> one(FOR_VISITS, Long.class, buyers * n / 5 - 1)),
                fifths(n -> one(FOR_AMOUNTS, Long.class, buyers * n / 5 - 1)),
                one(FOR_VISITS, Long.class, (buyers - 1) / 2),
                one(FOR_BILLS, Long.class, (buyers - 1) / 2));
    }

    private static <T> List<T> fifths(IntFunction<T> end) {
        return List.of(end.apply(1), end.apply(2), end.apply(3), end.apply(4));
    }

    private <T> T one(String sql, Class<T> type, long offset) {
        return database.query(sql, (row, number) -> row.getObject(1, type), merchant(), Math.max(0, offset))
                .get(0);
    }

    private void rate(Cuts cuts, long after, long last) {
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var values = new ArrayList<Object>(cuts.times());
        values.addAll(cuts.visits());
        values.addAll(cuts.amounts());
        values.addAll(List.of(cuts.middleVisits(), cuts.middleBill(), cuts.middleVisits(), cuts.middleBill()));
        values.addAll(List.of(now, now, now, merchant(), after, last));
        database.update(UPDATE, values.toArray());
    }

    private static long merchant() {
        return MerchantScope.current().value();
    }
}
