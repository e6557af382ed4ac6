package io.shuke.member.level;

import io.shuke.member.ground.MerchantScope;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MembersChanged;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.purchase.Summaries;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks once a month at everybody's last window: below one's level several months in a row means one step down. A batch is
 * one statement over rows that hold all it needs; a purchase at the same moment is either in its row already or waits.
 */
@Service
public class Judgement {

    private static final int KEEPS = 0;
    private static final int BELOW = 1;
    private static final int DOWN = 2;
    private static final int UP = 3;

    private record Judged(long member, int step, int below, int verdict, int before, long next) {}

    private final LadderMapper mapper;
    private final Ladders ladders;
    private final Cutoffs cutoffs;
    private final Summaries summaries;
    private final Merchants merchants;
    private final JdbcTemplate database;
    private final TransactionOperations each;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    Judgement(
            LadderMapper mapper,
            Ladders ladders,
            Cutoffs cutoffs,
            Summaries summaries,
            Merchants merchants,
            JdbcTemplate database,
            TransactionOperations each,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.mapper = mapper;
        this.ladders = ladders;
        this.cutoffs = cutoffs;
        this.summaries = summaries;
        this.merchants = merchants;
        this.database = database;
        this.each = each;
        this.clock = clock;
        this.facts = facts;
    }

    /**
     * Judges everybody, batch by batch, each in a transaction of its own.
     *
     * @return how many batches that took
     */
    public int run(int members) {
        int batches = 0;
        while (Objects.requireNonNull(each.execute(status -> judge(members)))) {
            batches++;
        }
        return batches;
    }

    /**
     * Judges the next members by the month that ended last, in one transaction; called until it says that all are done, and
     * harmless when called again after that.
     *
     * @param members how many rows to look at
     * @return whether some are left
     */
    @Transactional
    public boolean judge(int members) {
        var today = LocalDate.now(clock.withZone(merchants.current().zone()));
        var month = Months.number(today) - 1;
        var state = held(month);
        if (state.finished()) {
            return false;
        }
        if (state.doneTo() == 0) {
            cutoffs.renew(ladders.newest().ladder(), month);
        }
        var ladder = ladders.newest().ladder();
        var last = lastOf(state.doneTo(), members);
        judge(ladder, month, today, state.doneTo(), last);
        report(ladder, month, state.doneTo(), last);
        mapper.judgedTo(month, last, last == Long.MAX_VALUE);
        return last != Long.MAX_VALUE;
    }

    /** Looked for before it is inserted: inserting first is how two nodes would come to wait for each other. */
    private LadderMapper.JudgementRow held(int month) {
        var known = mapper.judgement(month);
        if (known != null) {
            return known;
        }
        mapper.begin(month);
        return Objects.requireNonNull(mapper.judgement(month));
    }

    private long lastOf(long after, int members) {
        var found = database.queryForList(
                "SELECT member_id FROM member_level WHERE merchant_id = ? AND member_id > ? ORDER BY member_id"
                        + " LIMIT 1 OFFSET ?",
                Long.class,
                merchant(),
                after,
                members - 1);
        return found.isEmpty() ? Long.MAX_VALUE : found.get(0);
    }

    /**
     * Nobody goes down who has reached his bar in the running window: his next bill would only lift him up again.
     * Assignments go from left to right: what follows {@code verdict} reads the new one, and
     * {@code step} changes last.
     */
    private void judge(Ladder ladder, int month, LocalDate today, long after, long last) {
        var sql = new WindowSql(ladder);
        var sum = sql.sum(month);
        var deserved = sql.deserved(sum);
        var protectedUntil =
                ladder.protectionDays() == 0 ? null : Date.valueOf(today.plusDays(ladder.protectionDays()));
        var boostedUntil = ladder.boostDays() == 0 ? null : Date.valueOf(today.plusDays(ladder.boostDays() - 1L));
        database.update(
                "UPDATE member_level SET verdict = CASE WHEN " + deserved + " > step THEN " + UP
                        + " WHEN GREATEST(" + sum + ", " + sql.sum(month + 1) + ") >= " + sql.bar()
                        + " OR protected_until >= ? THEN " + KEEPS + " WHEN below + 1 >= "
                        + ladder.graceMonths() + " THEN " + DOWN + " ELSE " + BELOW + " END, judged = ?,"
                        + " below = IF(verdict = " + BELOW + ", below + 1, 0),"
                        + " raised_from = IF(verdict = " + KEEPS + " OR verdict = " + BELOW + ", raised_from, step),"
                        + " since = IF(verdict >= " + DOWN + ", ?, since),"
                        + " protected_until = IF(verdict = " + UP + ", ?, protected_until),"
                        + " boosted_until = IF(verdict = " + UP + ", ?, boosted_until),"
                        + " step = CASE verdict WHEN " + UP + " THEN " + deserved + " WHEN " + DOWN
                        + " THEN step - 1 ELSE step END"
                        + " WHERE merchant_id = ? AND member_id > ? AND member_id <= ? AND judged < ?"
                        + " AND (step > 1 OR " + deserved + " > 1)",
                today,
                month,
                today,
                protectedUntil,
                boostedUntil,
                merchant(),
                after,
                last,
                month);
    }

    private void report(Ladder ladder, int month, long after, long last) {
        var judged = database.query(
                "SELECT member_id, step, below, verdict, raised_from, " + new WindowSql(ladder).sum(month + 1)
                        + " FROM member_level WHERE merchant_id = ? AND member_id > ? AND member_id <= ?"
                        + " AND judged = ? AND verdict > " + KEEPS,
                (row, number) -> new Judged(
                        row.getLong(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getLong(6)),
                merchant(),
                after,
                last,
                month);
        judged.stream()
                .filter(one -> one.verdict() != BELOW)
                .collect(Collectors.groupingBy(
                        Judged::step, Collectors.mapping(one -> new MemberId(one.member()), Collectors.toList())))
                .forEach((step, members) -> summaries.rank(members, step));
        judged.forEach(one -> facts.publishEvent(fact(one, ladder)));
        if (!judged.isEmpty()) {
            facts.publishEvent(new MembersChanged(
                    judged.stream().map(one -> new MemberId(one.member())).collect(Collectors.toSet())));
        }
    }

    private Object fact(Judged one, Ladder ladder) {
        var member = new MemberId(one.member());
        var rung = ladder.rung(one.step());
        var before = ladder.rung(one.before()).level();
        return switch (one.verdict()) {
            case UP -> new LevelRaised(member, before, rung.level(), null);
            case DOWN -> new LevelLowered(member, before, rung.level());
            default -> {
                var gap = Math.max(0, rung.bar() - one.next());
                var text = "本期再" + ladder.measure().words(gap) + "可保住"
                        + rung.level().name();
                yield new LevelAtRisk(member, rung.level(), ladder.graceMonths() - one.below(), gap, text);
            }
        };
    }

    private static long merchant() {
        return MerchantScope.current().value();
    }
}
