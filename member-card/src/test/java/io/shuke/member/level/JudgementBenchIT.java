package io.shuke.member.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The monthly judgement against one UPDATE … JOIN over the same rows, in turn. {@code -Dlevel.members=1000000} for the
 * figure of a large shop; the usual run is short.
 */
@ShopTest
@Tag("bench")
class JudgementBenchIT {

    private static final int BATCH = 10_000;
    private static final int SLICE = 50_000;

    @Autowired
    Academy shop;

    @Test
    void judgesEverybodyInTheTimeOfOneUpdateWithAJoin() {
        int members = Integer.getInteger("level.members", 50_000);
        shop.setDay(LocalDate.of(2026, 1, 10));
        shop.open(StandingTest.LADDER);
        slices(members).forEach(this::fill);
        var day = LocalDate.of(2026, 8, 1);
        for (int round = 0; round < 3; round++) {
            shop.setDay(day.plusMonths(round));
            var judged = seconds(() -> {
                while (shop.in(() -> shop.judgement.judge(BATCH))) {
                    continue;
                }
            });
            var bare = seconds(() -> slices(members).forEach(this::joined));
            System.out.printf(
                    "round %d, %d members: judgement %.2f s, one UPDATE JOIN %.2f s, ratio %.2f%n",
                    round, members, judged, bare, judged / bare);
        }
        assertThat(shop.facts).filteredOn(LevelLowered.class::isInstance).hasSize((members + 9) / 10);
    }

    /** A statement over more of them takes longer than the connection waits for an answer. */
    private static IntStream slices(int members) {
        return IntStream.iterate(0, from -> from < members, from -> from + SLICE);
    }

    /** All stand on silver; every tenth has bought nothing for half a year. */
    private void fill(int from) {
        var ring = Stream.of("a", "v", "g")
                .flatMap(measure -> IntStream.range(0, Months.KEPT).mapToObj(age -> measure + age))
                .collect(Collectors.joining(", "));
        var values = "IF(n % 10 = 0, 0, 20000)" + ", 20000".repeat(Months.KEPT - 1) + ", 1".repeat(2 * Months.KEPT);
        var numbers = "(WITH RECURSIVE d (x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM d WHERE x < 999)"
                + " SELECT " + from + " + a.x * 1000 + b.x AS n FROM d a JOIN d b ON a.x * 1000 + b.x < " + SLICE
                + ") numbers";
        shop.database.update(
                "INSERT INTO member_level (merchant_id, member_id, step, since, raised_from, below, judged,"
                        + " verdict, month, " + ring + ") SELECT " + shop.merchant()
                        + ", n + 1, 2,"
                        + " '2025-01-01', 1, 0, 0, 0, IF(n % 10 = 0, 24000, 24318), " + values + " FROM " + numbers);
        shop.database.update("INSERT INTO purchase_summary (merchant_id, member_id, step, visits, amount_fen) SELECT "
                + shop.merchant() + ", member_id, step, 1, 60000 FROM member_level WHERE merchant_id = "
                + shop.merchant() + within(from));
    }

    private static String within(int from) {
        return " AND member_id > " + from + " AND member_id <= " + (from + SLICE);
    }

    private void joined(int from) {
        shop.database.update("UPDATE member_level l JOIN purchase_summary s ON s.merchant_id = l.merchant_id"
                + " AND s.member_id = l.member_id SET l.verdict = IF(s.amount_fen >= 50000, 0, 1), l.below = IF(s.amount_fen >= 50000, l.below, 0)"
                + " WHERE l.merchant_id = " + shop.merchant() + within(from).replace("member_id", "l.member_id"));
    }

    private static double seconds(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
