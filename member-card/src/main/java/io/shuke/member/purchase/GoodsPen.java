package io.shuke.member.purchase;

import io.shuke.member.ground.MerchantScope;
import io.shuke.member.ground.Packet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Keeps who bought what. With a bill it is one statement more, however many goods; the member's summary row is held by then,
 * so nobody else writes these.
 */
@Repository
class GoodsPen {

    static final int GOODS = 0;
    static final int CATEGORY = 1;

    private static final String COUNT =
            "INSERT INTO purchase_goods (merchant_id, member_id, shelf, name, bills, last_at) VALUES ";

    private static final String ONE_MORE =
            " ON DUPLICATE KEY UPDATE bills = bills + 1, last_at = GREATEST(last_at, VALUES(last_at))";

    private static final String EMPTY =
            "DELETE FROM purchase_goods WHERE merchant_id = ? AND member_id >= ? AND member_id <= ?";

    /** What went back wholly of a bill that is in force otherwise was not bought. */
    private static final String KEPT =
            " FROM bill b JOIN bill_line l ON l.merchant_id = b.merchant_id AND l.bill_id = b.id"
                    + " WHERE b.merchant_id = ? AND b.member_id >= ? AND b.member_id <= ? AND b.voided = FALSE"
                    + " AND l.quantity > COALESCE((SELECT SUM(i.quantity) FROM bill_refund r JOIN bill_refund_line i"
                    + " ON i.merchant_id = r.merchant_id AND i.refund_id = r.id WHERE r.merchant_id = b.merchant_id"
                    + " AND r.bill_id = b.id AND i.line = l.line), 0)";

    private record Item(long member, int shelf, String name, Instant at) {}

    private final JdbcTemplate database;

    GoodsPen(JdbcTemplate database) {
        this.database = database;
    }

    /** Trailing blanks make no other goods, neither here nor in the database. */
    static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && name.charAt(from) == ' ') {
            from++;
        }
        while (to > from && name.charAt(to - 1) == ' ') {
            to--;
        }
        return name.substring(from, to);
    }

    void count(Packet packet, List<Bill> bills) {
        var items = bills.stream()
                .filter(bill -> bill.member() != null)
                .flatMap(GoodsPen::items)
                .toList();
        packet.insert(COUNT, "(?,?,?,?,1,?)", items.size(), ONE_MORE, bound -> {
            for (var item : items) {
                bound.number(merchant())
                        .number(item.member())
                        .number(item.shelf())
                        .text(item.name())
                        .at(item.at());
            }
        });
    }

    /** Each of them once, however many lines of the bill it stands on. */
    private static Stream<Item> items(Bill bill) {
        var member = Objects.requireNonNull(bill.member()).value();
        var lines = bill.lines();
        return Stream.concat(
                lines.stream()
                        .map(line -> new Item(member, GOODS, trimmed(line.name()), bill.at()))
                        .distinct(),
                lines.stream()
                        .map(line -> new Item(member, CATEGORY, trimmed(line.category()), bill.at()))
                        .filter(item -> !item.name().isEmpty())
                        .distinct());
    }

    /** The summary rows of these members are held. */
    void countAgain(long first, long last) {
        database.update(EMPTY, merchant(), first, last);
        database.update(again(GOODS, "name"), merchant(), first, last);
        database.update(again(CATEGORY, "category"), merchant(), first, last);
    }

    private static String again(int shelf, String column) {
        return "INSERT INTO purchase_goods (merchant_id, member_id, shelf, name, bills, last_at) SELECT k.merchant_id,"
                + " k.member_id, " + shelf
                + ", k.name, COUNT(DISTINCT k.id), MAX(k.bought_at) FROM (SELECT b.merchant_id,"
                + " b.member_id, b.id, b.bought_at, TRIM(l." + column + ") COLLATE utf8mb4_bin AS name" + KEPT
                + ") k WHERE k.name <> '' GROUP BY k.merchant_id, k.member_id, k.name";
    }

    private static long merchant() {
        return MerchantScope.current().value();
    }
}
