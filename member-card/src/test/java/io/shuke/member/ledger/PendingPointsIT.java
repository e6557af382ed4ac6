package io.shuke.member.ledger;

import static io.shuke.member.ledger.LedgerIT.lot;
import static io.shuke.member.ledger.LedgerIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class PendingPointsIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

    @Autowired
    Shop shop;

    @Autowired
    PendingPoints pending;

    @BeforeEach
    void open() {
        shop.open();
        shop.setDay(LocalDate.of(2026, 11, 22));
    }

    @AfterEach
    void booksAddUp() {
        shop.booksAddUp();
    }

    @Test
    void pendingPointsBecomePointsOnTheirDayOnce() {
        var member = pendingFor(100);

        assertThat(release(DAY.minusDays(1))).isZero();
        refused(() -> shop.spend(member, 1, "gift:1"), "points.insufficient");
        shop.setDay(DAY);
        assertThat(release(DAY)).isOne();
        assertThat(release(DAY)).isZero();

        assertThat(balance(member)).isZero();
        assertThat(shop.lots(member)).containsExactly(lot(100, 2027, 11, 30));
        assertThat(shop.history(member).get(0).text()).isEqualTo("待到账积分到账 +100");
    }

    @Test
    void theExpiryRunLeavesThemAlone() {
        var member = pendingFor(100);

        shop.in(() -> shop.expiry.run(DAY.plusDays(400), 10));

        assertThat(balance(member)).isEqualTo(100);
    }

    @Test
    void aRefundTakesFromWhatIsPendingAndAfterwardsFromPoints() {
        var member = pendingFor(100);

        refund(member, 30, "refund:1");
        assertThat(balance(member)).isEqualTo(70);
        release(DAY);
        refund(member, 50, "refund:2");
        refund(member, 50, "refund:2");

        assertThat(balance(member)).isZero();
        assertThat(shop.balance(member)).isEqualTo(20);
        refused(() -> refund(member, 21, "refund:3"), "ledger.more-than-original");
    }

    @Test
    void aRefundOfSpentPointsLeavesADebtThatTheNextReleaseWorksOff() {
        var member = pendingFor(100);
        release(DAY);
        shop.spend(member, 100, "gift:1");
        refund(member, 100, "refund:1");
        shop.post(Movement.earn(member, Asset.PENDING_POINTS, 150, Reason.PURCHASE, new Reference("bill:2"))
                .goodThrough(DAY));

        release(DAY);

        assertThat(shop.balance(member)).isEqualTo(50);
    }

    @RepeatedTest(5)
    void aReleaseAgainstRefundsIsExact() {
        var member = pendingFor(200);

        var done = shop.race(
                200,
                number -> number % 40 == 20
                        ? (Object) pending.release(DAY, 10)
                        : shop.ledger.post(Reversal.of(
                                        member,
                                        Asset.PENDING_POINTS,
                                        new Reference("bill:1"),
                                        new Reference("refund:" + number),
                                        Reason.REFUND)
                                .only(2)));
        release(DAY);

        assertThat(done).filteredOn(Entry.class::isInstance).hasSize(100);
        assertThat(done).filteredOn(Objects::isNull).hasSize(95);
        assertThat(shop.balance(member) + balance(member)).isZero();
    }

    private MemberId pendingFor(long points) {
        var member = shop.anyMember();
        shop.post(Movement.earn(member, Asset.PENDING_POINTS, points, Reason.PURCHASE, new Reference("bill:1"))
                .goodThrough(DAY));
        return member;
    }

    private void refund(MemberId member, long points, String reference) {
        shop.post(Reversal.of(
                        member, Asset.PENDING_POINTS, new Reference("bill:1"), new Reference(reference), Reason.REFUND)
                .only(points));
    }

    private int release(LocalDate day) {
        return shop.in(() -> pending.release(day, 10));
    }

    private long balance(MemberId member) {
        return shop.in(() -> shop.ledger.balance(member, Asset.PENDING_POINTS));
    }
}
