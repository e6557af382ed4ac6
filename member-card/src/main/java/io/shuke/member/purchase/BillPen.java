package io.shuke.member.purchase;

import io.shuke.member.ground.MerchantScope;
import io.shuke.member.ground.Packet;
import io.shuke.member.membership.MemberId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Writes a bill, its lines and the member's figures with one statement each, in one packet: somebody stands at the counter and waits.
 * Hence past the mappers, and the merchant is named by hand.
 */
@Repository
class BillPen {

    private static final String BILL =
            "INSERT INTO bill (merchant_id, id, store_id, channel, order_no, member_id, gross_fen, paid_fen, refunded_fen,"
                    + " voided, step, points, bought_at) VALUES ";

    private static final String LINE =
            "INSERT INTO bill_line (merchant_id, bill_id, line, sku, name, category, quantity, amount_fen)"
                    + " VALUES ";

    private static final String LATER =
            "last_at IS NULL OR VALUES(last_at) > last_at OR (VALUES(last_at) = last_at AND VALUES(last_bill) > last_bill)";

    private static final String SUMMARY =
            "INSERT INTO purchase_summary (merchant_id, member_id, step, visits, amount_fen, first_at, last_at, last_bill,"
                    + " store_id, channel) VALUES ";

    /** Left to right: what compares with the last visit comes before it changes. */
    private static final String ONE_MORE = " ON DUPLICATE KEY UPDATE visits = visits + 1,"
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

    void write(Packet packet, List<Bill> bills) {
        packet.insert(BILL, "(?,?,?,?,?,?,?,?,0,FALSE,?,?,?)", bills.size(), "", bound -> {
            for (var bill : bills) {
                bound.number(merchant())
                        .number(bill.id().value())
                        .number(bill.order().storeId())
                        .text(bill.order().channel())
                        .text(bill.order().number())
                        .numberOrNull(
                                bill.member() == null ? null : bill.member().value())
                        .number(bill.gross().value())
                        .number(bill.paid().value())
                        .number(bill.step())
                        .number(bill.points())
                        .at(bill.at());
            }
        });
        var lines = bills.stream().flatMap(BillPen::numbered).toList();
        packet.insert(LINE, "(?,?,?,?,?,?,?,?)", lines.size(), "", bound -> {
            for (var line : lines) {
                bound.number(merchant())
                        .number(line.bill())
                        .number(line.number())
                        .text(line.line().sku())
                        .text(line.line().name())
                        .text(line.line().category())
                        .number(line.line().quantity())
                        .number(line.line().amount().value());
            }
        });
    }

    private static Stream<Numbered> numbered(Bill bill) {
        return IntStream.range(0, bill.lines().size())
                .mapToObj(
                        i -> new Numbered(bill.id().value(), i + 1, bill.lines().get(i)));
    }

    /** In ascending order of members, like whoever else takes several of these rows. */
    void count(Packet packet, List<Bill> bills) {
        var owned = bills.stream()
                .filter(bill -> bill.member() != null)
                .sorted(Comparator.comparingLong(BillPen::owner))
                .toList();
        packet.insert(SUMMARY, "(?,?,?,1,?,?,?,?,?,?)", owned.size(), ONE_MORE, bound -> {
            for (var bill : owned) {
                bound.number(merchant())
                        .number(owner(bill))
                        .number(Math.max(1, bill.step()))
                        .number(bill.paid().value())
                        .at(bill.at())
                        .at(bill.at())
                        .number(bill.id().value())
                        .number(bill.order().storeId())
                        .text(bill.order().channel());
            }
        });
    }

    /** All waits for the network once, and the first that fails ends it. */
    void send(Packet packet) {
        packet.send(database);
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

    private static long merchant() {
        return MerchantScope.current().value();
    }
}
