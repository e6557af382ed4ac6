package io.shuke.member.purchase;

import io.shuke.member.ground.Clause;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.membership.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * All members of the shop, counted and listed by what is known of them. The question is put together anew each time, hence
 * past the mappers, and the merchant is named by hand.
 */
@Repository
public class Everybody {

    /** Whoever waits for a number on a screen waits no longer, and the database does not go on for nobody. */
    private static final int PATIENCE_SECONDS = 5;

    private static final int LARGEST_PAGE = 5_000;

    /**
     * How many, and what kind of customers they are: the rest comes regularly or has never bought.
     *
     * @param fresh came for the first time in the last 30 days
     */
    public record Crowd(long members, long fresh, long declining, long asleep) {}

    private final JdbcTemplate database;

    Everybody(DataSource source) {
        this.database = new JdbcTemplate(source);
        database.setQueryTimeout(PATIENCE_SECONDS);
    }

    /** @throws org.springframework.dao.QueryTimeoutException when it takes too long */
    public long count(Clause clause) {
        var many = database.queryForObject(
                "SELECT COUNT(*) FROM purchase_summary s WHERE s.merchant_id = ? AND (" + clause.sql() + ")",
                Long.class,
                values(clause));
        return Objects.requireNonNull(many);
    }

    /** @throws org.springframework.dao.QueryTimeoutException when it takes too long */
    public Crowd crowd(Clause clause) {
        var crowd = database.queryForObject(
                "SELECT COUNT(*), COALESCE(SUM(s.stage = 1), 0), COALESCE(SUM(s.stage = 3), 0),"
                        + " COALESCE(SUM(s.stage = 4), 0) FROM purchase_summary s WHERE s.merchant_id = ? AND ("
                        + clause.sql() + ")",
                (row, number) -> new Crowd(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                values(clause));
        return Objects.requireNonNull(crowd);
    }

    /**
     * By ascending id.
     *
     * @param after the last of the page before, 0 to begin with
     */
    public List<MemberId> page(Clause clause, long after, int size) {
        var values = new ArrayList<Object>(List.of(merchant(), after));
        values.addAll(clause.values());
        values.add(Math.max(1, Math.min(size, LARGEST_PAGE)));
        return database.query(
                "SELECT s.member_id FROM purchase_summary s WHERE s.merchant_id = ? AND s.member_id > ? AND ("
                        + clause.sql() + ") ORDER BY s.member_id LIMIT ?",
                (row, number) -> new MemberId(row.getLong(1)),
                values.toArray());
    }

    /**
     * By descending id, which is the newest first.
     *
     * @param before the last of the page before, {@link Long#MAX_VALUE} to begin with
     */
    public List<MemberId> newest(Clause clause, long before, int size) {
        var values = new ArrayList<Object>(List.of(merchant(), before));
        values.addAll(clause.values());
        values.add(Math.max(1, Math.min(size, LARGEST_PAGE)));
        return database.query(
                "SELECT s.member_id FROM purchase_summary s WHERE s.merchant_id = ? AND s.member_id < ? AND ("
                        + clause.sql() + ") ORDER BY s.member_id DESC LIMIT ?",
                (row, number) -> new MemberId(row.getLong(1)),
                values.toArray());
    }

    private static Object[] values(Clause clause) {
        var values = new ArrayList<Object>(List.of(merchant()));
        values.addAll(clause.values());
        return values.toArray();
    }

    private static long merchant() {
        return MerchantScope.current().value();
    }
}
