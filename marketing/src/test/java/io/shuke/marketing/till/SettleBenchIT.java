package io.shuke.marketing.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.ShopTest;
import io.shuke.member.membership.MemberId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * S6: settling beside the very same SQL sent by hand. The database writes down what a settlement sends; then both are done
 * in turn, each in a transaction that is rolled back, so that both find the same rows. The commit, which costs both the
 * same, is left out, which makes the comparison harder for us.
 */
@ShopTest
@Tag("bench")
class SettleBenchIT {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 300);

    @Autowired
    Shopfront shop;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void settleBesideTheSameSqlByHand() {
        shop.open();
        var member = shop.regular(1_000, 500, 300);
        var voucher = shop.voucher(member, 500);
        shop.settle(shop.bill("A0", member, 2_000));
        var bill = shop.bill("A1", member, List.of(voucher), 500, 400, 600);
        var sql = recorded(bill);

        var product = new long[ROUNDS];
        var byHand = new long[ROUNDS];
        for (int round = -ROUNDS / 3; round < ROUNDS; round++) {
            var settled = rolledBack(() -> shop.settlements().settle(shop.till(0), bill));
            var sent = rolledBack(() -> sql.forEach(database::execute));
            if (round >= 0) {
                product[round] = settled;
                byHand[round] = sent;
            }
        }

        System.out.printf(
                "S6 settle: %d statements; product p50 %,d us p99 %,d us, by hand p50 %,d us p99 %,d us; rate x%.2f%n",
                sql.size(),
                at(product, 50),
                at(product, 99),
                at(byHand, 50),
                at(byHand, 99),
                (double) at(byHand, 50) / at(product, 50));
        assertThat(owned(member)).isEqualTo(1_020);
    }

    private long owned(MemberId member) {
        return shop.owned(member, io.shuke.member.ledger.Asset.POINTS);
    }

    private long rolledBack(Runnable work) {
        var start = System.nanoTime();
        shop.in(() -> transaction.execute(status -> {
            work.run();
            status.setRollbackOnly();
            return true;
        }));
        return (System.nanoTime() - start) / 1_000;
    }

    /** What the database hears while the bill is settled. */
    private List<String> recorded(NewBill bill) {
        var heard = new ArrayList<String>();
        database.execute("SET GLOBAL log_output = 'TABLE'");
        database.execute("TRUNCATE TABLE mysql.general_log");
        database.execute("SET GLOBAL general_log = ON");
        try {
            shop.in(() -> transaction.execute(status -> {
                shop.settlements().settle(shop.till(0), bill);
                heard.addAll(database.queryForList(
                        "SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log"
                                + " WHERE thread_id = CONNECTION_ID()",
                        String.class));
                status.setRollbackOnly();
                return true;
            }));
        } finally {
            database.execute("SET GLOBAL general_log = OFF");
        }
        return heard.stream()
                .filter(one -> one.matches("(?s)(SELECT|INSERT|UPDATE|DELETE).*") && !one.contains("general_log"))
                .toList();
    }

    private static long at(long[] taken, int percent) {
        var sorted = taken.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) * percent / 100];
    }
}
