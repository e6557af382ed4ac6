package io.shuke.member.ledger;

import static io.shuke.member.ledger.LedgerIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.membership.MemberId;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A hundred thousand members: whatever is tampered with is found within five minutes, and nobody else pays for it. */
@ShopTest
class LargeShopCheckIT {

    private static final int MEMBERS = 100_000;
    private static final int PAGE = 10_000;
    private static final long FIRST = 1_000_000;
    private static final Duration PROMISED = Duration.ofMinutes(5);

    /** As the program goes round, see {@code LedgerRounds}: so long at work, so long at rest. */
    private static final Duration WORK = Duration.ofSeconds(30);

    private static final Duration REST = Duration.ofSeconds(30);

    @Autowired
    Shop shop;

    @Autowired
    SelfCheck check;

    @Autowired
    Alerts alerts;

    private static final List<String> LIES = List.of(
            "UPDATE ledger_account SET balance = 900 WHERE merchant_id = ? AND id = ?",
            "UPDATE lot SET remaining = 900 WHERE merchant_id = ? AND account_id = ?",
            "UPDATE entry SET amount = 900 WHERE merchant_id = ? AND account_id = ?",
            "UPDATE movement SET expires_on = '2030-01-01' WHERE merchant_id = ? AND account_id = ?");

    @Test
    void whateverIsTamperedWithIsFoundInTime() {
        shop.open();
        IntStream.range(0, MEMBERS / PAGE).forEach(page -> fill(page * PAGE));
        assertThat(shop.in(check::glance)).isEmpty();

        var account = FIRST + MEMBERS / 2;
        for (var lie : LIES) {
            account += 1_111;
            var tampered = new MemberId(account);
            shop.database.update(lie, shop.merchant().value(), account);

            var elapsed = untilFound(tampered);

            System.out.println("found after " + elapsed.toSeconds() + " s: " + lie);
            assertThat(elapsed).as(lie).isLessThan(PROMISED);
            refused(() -> shop.spend(tampered, 1, "gift:1"), "ledger.account-frozen");
        }
        assertThat(frozen()).isEqualTo(LIES.size());
    }

    /** With the rests in between counted, but not waited for. */
    private Duration untilFound(MemberId tampered) {
        var elapsed = Duration.ZERO;
        while (elapsed.compareTo(PROMISED) < 0) {
            var begin = System.nanoTime();
            shop.in(check::glance);
            while (!isFound(tampered) && System.nanoTime() - begin < WORK.toNanos()) {
                if (!shop.in(() -> check.next(500))) {
                    break;
                }
            }
            elapsed = elapsed.plusNanos(System.nanoTime() - begin).plus(REST);
            if (isFound(tampered)) {
                return elapsed;
            }
        }
        return elapsed;
    }

    private boolean isFound(MemberId tampered) {
        return shop.in(() -> alerts.newest(50)).stream().anyMatch(alert -> tampered.equals(alert.member()));
    }

    private int frozen() {
        var frozen = shop.database.queryForObject(
                "SELECT COUNT(*) FROM ledger_account WHERE merchant_id = ? AND state = 'FROZEN'",
                Integer.class,
                shop.merchant().value());
        return frozen == null ? 0 : frozen;
    }

    private void fill(int from) {
        var merchant = shop.merchant().value();
        insert(
                "ledger_account (merchant_id, id, member_id, asset, balance, seq, moved_at, state, absorbs)",
                from,
                n -> "(%d, %d, %d, 'POINTS', 100, 1, '2026-01-01', 'OPEN', FALSE)"
                        .formatted(merchant, FIRST + n, FIRST + n));
        insert(
                "movement (merchant_id, id, account_id, reference, content, reason, actor, expires_on, moved_at)",
                from,
                n -> "(%d, %d, %d, 'opening', REPEAT('x', 32), 'OPENING', 'system', '2027-12-31', '2026-01-01')"
                        .formatted(merchant, FIRST + n, FIRST + n));
        insert(
                "entry (merchant_id, movement_id, account_id, amount, seq, balance_after)",
                from,
                n -> "(%d, %d, %d, 100, 1, 100), (%d, %d, 1, -100, NULL, NULL)"
                        .formatted(merchant, FIRST + n, FIRST + n, merchant, FIRST + n));
        insert("lot (merchant_id, account_id, expires_on, id, remaining)", from, n -> "(%d, %d, '2027-12-31', %d, 100)"
                .formatted(merchant, FIRST + n, FIRST + n));
    }

    private void insert(String table, int from, IntFunction<String> row) {
        shop.database.update("INSERT INTO " + table + " VALUES "
                + IntStream.range(from, from + PAGE).mapToObj(row).collect(Collectors.joining(",")));
    }
}
