package io.shuke.member.level;

import io.shuke.member.ground.MerchantScope;
import io.shuke.member.purchase.Summaries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tries a ladder on the members as they are, in one pass over their rows. */
@Repository
class Rehearsal {

    private static final int MONTHS_OF_COST = 3;

    private record Group(int deserved, int step, long members, long fen) {}

    private final JdbcTemplate database;
    private final Summaries summaries;

    Rehearsal(JdbcTemplate database, Summaries summaries) {
        this.database = database;
        this.summaries = summaries;
    }

    /** Shares are not looked at: what they cut off is only known at a judgement. */
    Trial of(Ladder ladder, LocalDate today) {
        var sql = new WindowSql(ladder);
        var month = Months.number(today);
        var groups = database.query(
                "SELECT " + sql.deserved(sql.sum(month)) + " AS deserved, step, COUNT(*), SUM("
                        + WindowSql.sum(Measure.AMOUNT, month, MONTHS_OF_COST)
                        + ") FROM member_level WHERE merchant_id = ? GROUP BY deserved, step",
                (row, number) -> new Group(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4)),
                MerchantScope.current().value());
        var steps = new ArrayList<Trial.Step>();
        for (var rung : ladder.rungs()) {
            var members = groups.stream()
                    .filter(group -> group.deserved() == rung.step())
                    .mapToLong(Group::members)
                    .sum();
            steps.add(new Trial.Step(rung.level(), rung.step() == 1 ? members + unseen(groups) : members));
        }
        return new Trial(
                steps,
                sum(groups.stream()
                        .filter(group -> group.deserved() > group.step())
                        .toList()),
                sum(groups.stream()
                        .filter(group -> group.deserved() < group.step())
                        .toList()),
                groups.stream().mapToLong(group -> discount(ladder, group)).sum());
    }

    /** Whoever never bought has no row here. */
    private long unseen(List<Group> groups) {
        return Math.max(0, summaries.members() - sum(groups));
    }

    private static long sum(List<Group> groups) {
        return groups.stream().mapToLong(Group::members).sum();
    }

    private static long discount(Ladder ladder, Group group) {
        return group.fen() * (100 - ladder.rung(group.deserved()).benefits().discountPercent()) / 100;
    }
}
