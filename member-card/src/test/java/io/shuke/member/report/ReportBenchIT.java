package io.shuke.member.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long a report is waited for in a large shop. {@code -Dreport.members=1000000} for the real size. */
@ShopTest
@Tag("bench")
class ReportBenchIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int MEMBERS = Integer.getInteger("report.members", 20_000);
    /** Of the members, who buys and who collects points today. */
    private static final int BUYS = 33;

    private static final int COLLECTS = 5;

    @Autowired
    Reports reports;

    @Autowired
    Merchants merchants;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    private final MerchantId shop = new MerchantId(System.currentTimeMillis());

    @Test
    void aReportIsThereAtOnce() {
        jdbc.within(shop, () -> {
            merchants.open(new Merchant(shop, "大店", SHANGHAI));
            return true;
        });
        fill();
        var day = LocalDate.ofInstant(clock.instant(), SHANGHAI);
        var night = millis(() -> reports.run(day.plusDays(1)));
        var live = millis(reports::today);
        var page = millis(() -> reports.periods(Grain.MONTH, 13, 0));
        System.out.printf(
                "report of %,d members, %,d bills and %,d movements today: night %,d ms, today live %,d ms,"
                        + " 13 months %,d ms%n",
                MEMBERS, MEMBERS / BUYS, MEMBERS / COLLECTS, night, live, page);
        assertThat(page).isLessThan(1_000);
    }

    private void fill() {
        var now = utc(clock.instant());
        doubled(
                "INSERT INTO purchase_summary (merchant_id, member_id, step, visits, amount_fen, first_at, last_at)"
                        + " VALUES (?, 1, 1, 2, 900, '2026-01-01', '2026-01-02')",
                "INSERT INTO purchase_summary (merchant_id, member_id, step, visits, amount_fen, first_at, last_at)"
                        + " SELECT merchant_id, member_id + ?, 1, 2, 900, first_at, last_at FROM purchase_summary"
                        + " WHERE merchant_id = ? AND member_id <= ?",
                MEMBERS);
        database.update(
                "INSERT INTO ledger_account (merchant_id, id, member_id, asset, balance, seq, state, absorbs)"
                        + " SELECT merchant_id, 100 + member_id, member_id, 'POINTS', 30, 1, 'OPEN', FALSE"
                        + " FROM purchase_summary WHERE merchant_id = ?",
                shop.value());
        var first = Ids.from(clock.instant());
        database.update(
                "INSERT INTO bill (merchant_id, id, store_id, channel, order_no, member_id, gross_fen, paid_fen,"
                        + " refunded_fen, voided, step, points, bought_at) SELECT merchant_id, ? + member_id, 1, 'store',"
                        + " CONCAT('n', member_id), member_id, 1200, 1200, 0, FALSE, 1, 0, ? FROM purchase_summary"
                        + " WHERE merchant_id = ? AND member_id <= ?",
                first,
                now,
                shop.value(),
                MEMBERS / BUYS);
        database.update(
                "INSERT INTO movement (merchant_id, id, account_id, reference, content, reason, actor, moved_at)"
                        + " SELECT merchant_id, ? + id, id, 'r', REPEAT('x', 32), 'CHECK_IN', 'system', ?"
                        + " FROM ledger_account WHERE merchant_id = ? AND id <= 100 + ?",
                first,
                now,
                shop.value(),
                MEMBERS / COLLECTS);
        for (var side : new String[] {"account_id, 30, 1, 30", "1, -30, NULL, NULL"}) {
            database.update(
                    "INSERT INTO entry (merchant_id, movement_id, account_id, amount, seq, balance_after)"
                            + " SELECT merchant_id, id, " + side + " FROM movement WHERE merchant_id = ?",
                    shop.value());
        }
        for (var table : new String[] {"purchase_summary", "ledger_account", "bill", "movement", "entry"}) {
            database.execute("ANALYZE TABLE " + table);
        }
    }

    /** By doubling: every database can do that. */
    private void doubled(String one, String more, int rows) {
        database.update(one, shop.value());
        for (long done = 1; done < rows; done *= 2) {
            database.update(more, done, shop.value(), Math.min(done, rows - done));
        }
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private long millis(Supplier<?> work) {
        var begin = System.nanoTime();
        jdbc.within(shop, () -> {
            work.get();
            return true;
        });
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }
}
