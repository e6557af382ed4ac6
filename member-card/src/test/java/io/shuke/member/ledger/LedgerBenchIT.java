package io.shuke.member.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.Ids;
import io.shuke.member.membership.MemberId;
import java.lang.management.ManagementFactory;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The ledger against the same rows written by hand: Spring's {@code batchUpdate}, rewritten by the driver into multi-row
 * inserts, without a question asked. Both in turn, so that a busy machine is busy for both.
 */
@ShopTest
@Tag("bench")
class LedgerBenchIT {

    private static final int LIST = 200;
    private static final int LISTS = 40;

    @Autowired
    Shop shop;

    @Autowired
    Ids ids;

    @Test
    void microsecondsAMovementInAListOfTwoHundred() {
        shop.open();
        var members = shop.members(LIST * 10);
        for (int round = 0; round < 8; round++) {
            var turn = round;
            var ledger = measured(number -> {
                var list = list(members.subList(number % 10 * LIST, number % 10 * LIST + LIST), turn + ":" + number);
                shop.in(() -> shop.ledger.post(list));
            });
            var bare = measured(number -> shop.inOneTransaction(() -> byHand(members.subList(0, LIST))));
            System.out.printf(
                    "round %d, us a movement: ledger %.0f (CPU here %.1f), by hand %.0f (CPU here %.1f)%n",
                    round, ledger[0], ledger[1], bare[0], bare[1]);
        }
        assertThat(members.stream().mapToLong(shop::balance).sum()).isEqualTo(8L * LISTS * LIST * 5);
    }

    private static double[] measured(java.util.function.IntConsumer work) {
        var threads = ManagementFactory.getThreadMXBean();
        var cpu = threads.getCurrentThreadCpuTime();
        var start = System.nanoTime();
        for (int i = 0; i < LISTS; i++) {
            work.accept(i);
        }
        var movements = LISTS * LIST * 1000.0;
        return new double[] {
            (System.nanoTime() - start) / movements, (threads.getCurrentThreadCpuTime() - cpu) / movements
        };
    }

    private static List<Movement> list(List<MemberId> members, String reference) {
        return members.stream()
                .map(member -> Movement.earn(member, Asset.POINTS, 5, Reason.CHECK_IN, new Reference(reference)))
                .toList();
    }

    /** The rows of another, imaginary merchant. */
    private void byHand(List<MemberId> members) {
        var rows = members.stream().map(member -> ids.next()).toList();
        var day = Date.valueOf(LocalDate.of(2027, 11, 30));
        write(
                "INSERT INTO movement (merchant_id, id, account_id, reference, content, reason, actor, note, reverses,"
                        + " expires_on, moved_at) VALUES (?,?,?,'check-in:2026-11-22','','CHECK_IN','system',NULL,NULL,?,"
                        + "'2026-11-22')",
                rows,
                day,
                3);
        write(
                "INSERT INTO entry (merchant_id, movement_id, account_id, amount, seq, balance_after) VALUES"
                        + " (?,?,?,5,NULL,NULL)",
                rows,
                null,
                3);
        write(
                "INSERT INTO entry (merchant_id, movement_id, account_id, amount, seq, balance_after) VALUES"
                        + " (?,?,?+1,5,1,5)",
                rows,
                null,
                3);
        write("INSERT INTO lot (merchant_id, account_id, id, expires_on, remaining) VALUES (?,?,?,?,5)", rows, day, 3);
        write(
                "INSERT INTO ledger_account (merchant_id, id, member_id, asset, balance, seq, moved_at, state, absorbs)"
                        + " VALUES (?,?,?,'POINTS',5,1,'2026-11-22','OPEN',FALSE) ON DUPLICATE KEY UPDATE"
                        + " balance = VALUES(balance)",
                rows,
                null,
                3);
    }

    private void write(String sql, List<Long> rows, @org.jspecify.annotations.Nullable Date day, int numbers) {
        shop.database.batchUpdate(sql, rows, rows.size(), (statement, row) -> {
            statement.setLong(1, 1);
            for (int i = 2; i <= numbers; i++) {
                statement.setLong(i, row);
            }
            if (day != null) {
                statement.setDate(numbers + 1, day);
            }
        });
    }
}
