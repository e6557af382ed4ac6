package io.shuke.member.purchase;

import io.shuke.member.ground.MerchantScope;
import io.shuke.member.membership.MemberId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Writes a bill, its lines and the member's figures with one statement each: somebody stands at the counter and waits.
 * Hence past the mappers, and the merchant is named by hand.
 */
@Repository
class BillPen {

    private static final String BILL =
            "INSERT INTO bill (merchant_id, id, store_id, channel, order_no, member_id, gross_fen, paid_fen, refunded_fen,"
                    + " voided, step, points, bought_at) VALUES (?,?,?,?,?,?,?,?,0,FALSE,?,?,?)";

    private static final String LINE =
            "INSERT INTO bill_line (merchant_id, bill_id, line, sku, name, category, quantity, amount_fen)"
                    + " VALUES (?,?,?,?,?,?,?,?)";

    private static final String LATER =
            "last_at IS NULL OR VALUES(last_at) > last_at OR (VALUES(last_at) = last_at AND VALUES(last_bill) > last_bill)";

    /** Left to right: what compares with the last visit comes before it changes. */
    private static final String SUMMARY =
            "INSERT INTO purchase_summary (merchant_id, member_id, step, visits, amount_fen, first_at, last_at, last_bill,"
                    + " store_id, channel) VALUES (?,?,?,1,?,?,?,?,?,?) ON DUPLICATE KEY UPDATE visits = visits + 1,"
                    + " amount_fen = amount_fen + VALUES(amount_fen),"
                    + " first_at = LEAST(COALESCE(first_at, VALUES(first_at)), VALUES(first_at)),"
                    + " store_id = IF(" + LATER + ", VALUES(store_id), store_id),"
                    + " channel = IF(" + LATER + ", VALUES(channel), channel),"
                    + " last_bill = IF(" + LATER + ", VALUES(last_bill), last_bill),"
                    + " last_at = GREATEST(COALESCE(last_at, VALUES(last_at)), VALUES(last_at))";

    private static final String AGAIN =
            "INSERT INTO purchase_summary (merchant_id, member_id, step, visits, amount_fen, first_at, last_at, last_bill,"
                    + " store_id, channel) SELECT b.merchant_id, b.member_id, 1, COUNT(*),"
                    + " SUM(b.paid_fen - b.refunded_fen), MIN(b.bought_at), MAX(b.bought_at), " + last("id") + ", "
                    + last("store_id") + ", " + last("channel") + " FROM bill b WHERE b.merchant_id = ?"
                    + " AND b.member_id >= ? AND b.member_id <= ? AND b.voided = FALSE"
                    + " GROUP BY b.merchant_id, b.member_id"
                    + " ON DUPLICATE KEY UPDATE visits = VALUES(visits), amount_fen = VALUES(amount_fen),"
                    + " first_at = VALUES(first_at), last_at = VALUES(last_at), last_bill = VALUES(last_bill),"
                    + " store_id = VALUES(store_id), channel = VALUES(channel)";

    private record Numbered(long bill, int number, BillLine line) {}

    private final JdbcTemplate database;

    BillPen(JdbcTemplate database) {
        this.database = database;
    }

    private static String last(String column) {
        return "(SELECT l." + column + " FROM bill l WHERE l.merchant_id = b.merchant_id AND l.member_id = b.member_id"
                + " AND l.voided = FALSE ORDER BY l.bought_at DESC, l.id DESC LIMIT 1)";
    }

    /** However many there are, it is two statements: the driver joins the rows. */
    void write(List<Bill> bills) {
        database.batchUpdate(BILL, bills, bills.size(), (row, bill) -> {
            row.setLong(1, merchant());
            row.setLong(2, bill.id().value());
            row.setLong(3, bill.order().storeId());
            row.setString(4, bill.order().channel());
            row.setString(5, bill.order().number());
            set(row, 6, bill.member());
            row.setLong(7, bill.gross().value());
            row.setLong(8, bill.paid().value());
            row.setInt(9, bill.step());
            row.setLong(10, bill.points());
            row.setObject(11, at(bill));
        });
        var lines = bills.stream().flatMap(BillPen::numbered).toList();
        if (!lines.isEmpty()) {
            database.batchUpdate(LINE, lines, lines.size(), (row, line) -> {
                row.setLong(1, merchant());
                row.setLong(2, line.bill());
                row.setInt(3, line.number());
                row.setString(4, line.line().sku());
                row.setString(5, line.line().name());
                row.setString(6, line.line().category());
                row.setInt(7, line.line().quantity());
                row.setLong(8, line.line().amount().value());
            });
        }
    }

    private static Stream<Numbered> numbered(Bill bill) {
        return IntStream.range(0, bill.lines().size())
                .mapToObj(
                        i -> new Numbered(bill.id().value(), i + 1, bill.lines().get(i)));
    }

    /** In ascending order of members, like whoever else takes several of these rows. */
    void count(List<Bill> bills) {
        var owned = bills.stream()
                .filter(bill -> bill.member() != null)
                .sorted(Comparator.comparingLong(BillPen::owner))
                .toList();
        if (owned.isEmpty()) {
            return;
        }
        database.batchUpdate(SUMMARY, owned, owned.size(), (row, bill) -> {
            row.setLong(1, merchant());
            row.setLong(2, owner(bill));
            row.setInt(3, Math.max(1, bill.step()));
            row.setLong(4, bill.paid().value());
            row.setObject(5, at(bill));
            row.setObject(6, at(bill));
            row.setLong(7, bill.id().value());
            row.setLong(8, bill.order().storeId());
            row.setString(9, bill.order().channel());
        });
    }

    private static long owner(Bill bill) {
        return Objects.requireNonNull(bill.member()).value();
    }

    /** Counts the bills of these members once more; their rows are empty and held. */
    void countAgain(long first, long last) {
        database.update(AGAIN, merchant(), first, last);
    }

    /** The key is named because any index leads to these rows, and another one would hold other members' on the way. */
    void rank(List<MemberId> members, int step) {
        database.update(
                "UPDATE purchase_summary FORCE INDEX (PRIMARY) SET step = ? WHERE merchant_id = ? AND member_id IN (?"
                        + ",?".repeat(members.size() - 1) + ")",
                row -> {
                    row.setInt(1, step);
                    row.setLong(2, merchant());
                    int mark = 2;
                    for (var member : members) {
                        row.setLong(++mark, member.value());
                    }
                });
    }

    private static void set(PreparedStatement row, int mark, @Nullable MemberId member) throws SQLException {
        if (member == null) {
            row.setNull(mark, Types.BIGINT);
        } else {
            row.setLong(mark, member.value());
        }
    }

    private static LocalDateTime at(Bill bill) {
        return LocalDateTime.ofInstant(bill.at(), ZoneOffset.UTC);
    }

    private static long merchant() {
        return MerchantScope.current().value();
    }
}
