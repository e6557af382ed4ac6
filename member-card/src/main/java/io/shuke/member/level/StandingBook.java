package io.shuke.member.level;

import io.shuke.member.ground.Bound;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.membership.MemberId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and writes where members stand: one row, one statement; past the mappers for its 39 figures. */
@Repository
class StandingBook {

    private static final String STATE = "step, since, raised_from, protected_until, boosted_until, below, month";

    private static final List<String> RING = Stream.of("a", "v", "g")
            .flatMap(measure -> IntStream.range(0, Months.KEPT).mapToObj(age -> measure + age))
            .toList();

    private static final String READ = "SELECT " + STATE + ", " + String.join(", ", RING)
            + " FROM member_level WHERE merchant_id = ? AND member_id = ?";

    private static final String OPEN =
            "INSERT INTO member_level (merchant_id, member_id, step, since, raised_from, below,"
                    + " judged, verdict, month, " + String.join(", ", RING) + ") VALUES (?,?,1,?,1,0,0,0,?"
                    + ",0".repeat(RING.size()) + ") ON DUPLICATE KEY UPDATE month = month";

    private static final String WRITE = "UPDATE member_level SET step = ?, since = ?, raised_from = ?,"
            + " protected_until = ?, boosted_until = ?, below = ?, month = ?, "
            + RING.stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
            + " WHERE merchant_id = ? AND member_id = ?";

    private final JdbcTemplate database;

    StandingBook(JdbcTemplate database) {
        this.database = database;
    }

    Standing read(MemberId member, LocalDate today) {
        var found = find(READ, member);
        return found == null ? Standing.first(member, today) : found;
    }

    /** The steps of those who stand above the first. */
    Map<MemberId, Integer> raised(Collection<MemberId> members) {
        var steps = new HashMap<MemberId, Integer>();
        if (members.isEmpty()) {
            return steps;
        }
        database.query(
                "SELECT member_id, step FROM member_level WHERE merchant_id = ? AND step > 1 AND member_id IN ("
                        + Bound.marks("?", members.size()) + ")",
                statement -> new Bound(statement)
                        .number(merchant())
                        .numbers(members.stream().map(MemberId::value).toList()),
                row -> {
                    steps.put(new MemberId(row.getLong(1)), row.getInt(2));
                });
        return steps;
    }

    /** Takes the member's row; opens it for one who has none. */
    Standing hold(MemberId member, LocalDate today) {
        var held = find(READ + " FOR UPDATE", member);
        if (held != null) {
            return held;
        }
        database.update(OPEN, merchant(), member.value(), today, Months.number(today));
        var opened = find(READ + " FOR UPDATE", member);
        return opened == null ? Standing.first(member, today) : opened;
    }

    private @Nullable Standing find(String sql, MemberId member) {
        var found = database.query(sql, (row, number) -> standing(row, member), merchant(), member.value());
        return found.isEmpty() ? null : found.get(0);
    }

    private static Standing standing(ResultSet row, MemberId member) throws SQLException {
        var figures = new long[Measure.values().length][Months.KEPT];
        int column = 8;
        for (var ring : figures) {
            for (int age = 0; age < Months.KEPT; age++) {
                ring[age] = row.getLong(column++);
            }
        }
        return new Standing(
                member,
                row.getInt(1),
                row.getObject(2, LocalDate.class),
                row.getInt(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getInt(6),
                new Months(row.getInt(7), figures));
    }

    void write(Standing standing) {
        database.update(WRITE, row -> {
            row.setInt(1, standing.step());
            row.setObject(2, standing.since());
            row.setInt(3, standing.raisedFrom());
            set(row, 4, standing.protectedUntil());
            set(row, 5, standing.boostedUntil());
            row.setInt(6, standing.below());
            row.setInt(7, standing.months().newest());
            int mark = 8;
            for (var measure : Measure.values()) {
                for (int age = 0; age < Months.KEPT; age++) {
                    row.setLong(mark++, standing.months().of(measure, age));
                }
            }
            row.setLong(mark++, merchant());
            row.setLong(mark, standing.member().value());
        });
    }

    private static void set(PreparedStatement row, int mark, @Nullable LocalDate day) throws SQLException {
        if (day == null) {
            row.setNull(mark, Types.DATE);
        } else {
            row.setObject(mark, day);
        }
    }

    private static long merchant() {
        return MerchantScope.current().value();
    }
}
