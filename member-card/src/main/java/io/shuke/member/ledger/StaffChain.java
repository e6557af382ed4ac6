package io.shuke.member.ledger;

import static io.shuke.member.ground.Bound.marks;

import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.Bound;
import io.shuke.member.ground.MerchantScope;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What staff move by hand is chained, row to row, by a hash that only this installation can compute. Members' and tills'
 * movements are not: they would all queue behind one row.
 */
@Repository
class StaffChain {

    private static final String RULE = "I30 staff movements are chained";
    private static final int PAGE = 1000;
    private static final byte[] START = new byte[32];

    private record Ring(long seq, byte[] hash) {}

    private record Stored(Ring ring, long movement, long account, String text) {}

    private final JdbcTemplate database;
    private final BlindIndex seal;

    StaffChain(JdbcTemplate database, BlindIndex seal) {
        this.database = database;
        this.seal = seal;
    }

    /** The last thing a transaction does to the ledger, for the next one in the shop waits here until it commits. */
    void append(List<Line> lines) {
        var byStaff = lines.stream()
                .filter(line -> line.posting().actor().startsWith("staff:"))
                .toList();
        if (byStaff.isEmpty()) {
            return;
        }
        var ring = takeHead();
        var rings = new ArrayList<Ring>();
        for (var line : byStaff) {
            ring = next(ring, text(line));
            rings.add(ring);
        }
        database.update(
                "INSERT INTO staff_chain (merchant_id, seq, movement_id, hash) VALUES "
                        + marks("(?,?,?,?)", rings.size()),
                statement -> {
                    var bound = new Bound(statement);
                    for (int i = 0; i < rings.size(); i++) {
                        bound.number(merchant())
                                .number(rings.get(i).seq())
                                .number(byStaff.get(i).id())
                                .bytes(rings.get(i).hash());
                    }
                });
        database.update(
                "UPDATE staff_chain_head SET seq = ?, hash = ? WHERE merchant_id = ?",
                ring.seq(),
                ring.hash(),
                merchant());
    }

    private Ring takeHead() {
        database.update(
                "INSERT INTO staff_chain_head (merchant_id, seq, hash) VALUES (?,0,?) ON DUPLICATE KEY UPDATE seq = seq",
                merchant(),
                START);
        return Objects.requireNonNull(head());
    }

    private @Nullable Ring head() {
        var head = database.query(
                "SELECT seq, hash FROM staff_chain_head WHERE merchant_id = ?",
                (row, number) -> new Ring(row.getLong(1), row.getBytes(2)),
                merchant());
        return head.isEmpty() ? null : head.get(0);
    }

    private Ring next(Ring before, String text) {
        var seq = before.seq() + 1;
        var clear = HexFormat.of().formatHex(before.hash()) + "\n" + seq + "\n" + text;
        return new Ring(seq, seal.of(MerchantScope.current(), "staff-chain", clear));
    }

    private static String text(Line line) {
        var posting = line.posting();
        return text(
                line.id(),
                line.account().id(),
                posting.reference().value(),
                posting.reason().name(),
                posting.actor(),
                posting.note(),
                posting.reverses(),
                posting.change(),
                line.balance(),
                Bound.stored(line.at()));
    }

    private static String text(@Nullable Object... parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(part == null ? "-" : part).append('\n');
        }
        return text.toString();
    }

    /** Every ring that does not follow from its movement and the ring before it. */
    List<Violation> breaks() {
        var breaks = new ArrayList<Violation>();
        var ring = new Ring(0, START);
        for (var page = page(0); !page.isEmpty(); page = page(ring.seq())) {
            for (var stored : page) {
                var expected = next(ring, stored.text());
                if (expected.seq() != stored.ring().seq()
                        || !MessageDigest.isEqual(expected.hash(), stored.ring().hash())) {
                    breaks.add(new Violation(
                            RULE,
                            stored.account(),
                            stored.movement(),
                            "row " + stored.ring().seq() + " does not follow from row " + ring.seq()));
                }
                ring = stored.ring();
            }
        }
        var head = head();
        if (head == null
                ? ring.seq() != 0
                : head.seq() != ring.seq() || !MessageDigest.isEqual(head.hash(), ring.hash())) {
            breaks.add(new Violation(RULE, 0, ring.seq(), "the chain does not end where it was left"));
        }
        return breaks;
    }

    private List<Stored> page(long after) {
        return database.query(
                "SELECT c.seq, c.hash, c.movement_id, COALESCE(m.account_id, 0), m.reference, m.reason, m.actor, m.note,"
                        + " m.reverses, e.amount, e.balance_after, m.moved_at FROM staff_chain c"
                        + " LEFT JOIN movement m ON m.merchant_id = c.merchant_id AND m.id = c.movement_id"
                        + " LEFT JOIN entry e ON e.merchant_id = m.merchant_id AND e.movement_id = m.id"
                        + " AND e.account_id = m.account_id WHERE c.merchant_id = ? AND c.seq > ?"
                        + " ORDER BY c.seq LIMIT " + PAGE,
                (row, number) -> stored(row),
                merchant(),
                after);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var text = text(
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, Long.class),
                row.getObject(10, Long.class),
                row.getObject(11, Long.class),
                row.getObject(12, LocalDateTime.class));
        return new Stored(new Ring(row.getLong(1), row.getBytes(2)), row.getLong(3), row.getLong(4), text);
    }

    private static long merchant() {
        return MerchantScope.current().value();
    }
}
