package io.shuke.member.ledger;

import static io.shuke.member.ledger.LedgerIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.membership.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate MAY = LocalDate.of(2027, 5, 31);
    private static final LocalDate JUNE = LocalDate.of(2027, 6, 30);

    private final Journal journal = new Journal(NOW, TODAY, new AtomicLong(1000)::incrementAndGet);

    @Test
    void theOldestExpiryIsUsedFirst() {
        var account = account(30);
        account.lots().stored(JUNE, 10);
        account.lots().stored(MAY, 20);

        journal.post(account, spend(25, "gift:1"));

        assertThat(journal.lines().get(0).lots()).isEqualTo(Map.of(MAY, -20L, JUNE, -5L));
    }

    @Test
    void anEarningOpensItsLotAndNothingElse() {
        journal.post(account(0), earn(5, "a"));

        var line = journal.lines().get(0);
        assertThat(line.lots()).isEqualTo(Map.of(LocalDate.of(2027, 11, 30), 5L));
        assertThat(line.uses()).isEmpty();
    }

    @Test
    void anEarningInDebtOpensASmallerLot() {
        journal.post(account(-3), earn(5, "a"));

        var line = journal.lines().get(0);
        assertThat(line.lots()).isEqualTo(Map.of(LocalDate.of(2027, 11, 30), 2L));
        assertThat(line.uses()).isEqualTo(Map.of(LocalDate.of(2027, 11, 30), -3L));
    }

    @Test
    void aRefusedMovementLeavesNoLine() {
        var account = account(10);

        refused(() -> journal.post(account, spend(11, "gift:1")), "points.insufficient");

        assertThat(journal.lines()).isEmpty();
    }

    @Test
    void numbersAreDenseAndTimeGoesForward() {
        var account = new Account(
                7,
                new Owned(new MemberId(1), Asset.POINTS),
                Account.State.OPEN,
                0,
                41,
                NOW.plus(Duration.ofHours(1)),
                false);

        journal.post(account, earn(1, "a"));
        journal.post(account, earn(1, "b"));

        assertThat(journal.lines()).extracting(Line::seq).containsExactly(42L, 43L);
        assertThat(journal.lines()).extracting(Line::at).containsOnly(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void nothingLeavesAnAccountWhoseLotsDoNotMatch() {
        var tampered = account(1000);
        tampered.lots().stored(MAY, 10);

        refused(() -> journal.post(tampered, spend(500, "gift:1")), "ledger.account-frozen");
    }

    @Test
    void pointsLiveToTheEndOfTheMonth() {
        assertThat(Lifetime.ofEarned(Asset.POINTS, LocalDate.of(2027, 2, 28))).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(Lifetime.ofEarned(Asset.POINTS, LocalDate.of(2028, 2, 29))).isEqualTo(LocalDate.of(2029, 2, 28));
        assertThat(Lifetime.ofReturned(LocalDate.of(2027, 1, 31))).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    private static Account account(long balance) {
        return new Account(7, new Owned(new MemberId(1), Asset.POINTS), Account.State.OPEN, balance, 0, null, false);
    }

    private static Posting earn(long points, String reference) {
        return Posting.of(
                Movement.earn(new MemberId(1), Asset.POINTS, points, Reason.CHECK_IN, new Reference(reference)), TODAY);
    }

    private static Posting spend(long points, String reference) {
        return Posting.of(
                Movement.spend(new MemberId(1), Asset.POINTS, points, Reason.GIFT, new Reference(reference)), TODAY);
    }
}
