package io.shuke.member.ledger;

import static io.shuke.member.ledger.LedgerIT.lot;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class ExpiryIT {

    private static final LocalDate EARNED = LocalDate.of(2026, 1, 10);
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 31);
    private static final LocalDate DAY_AFTER = LocalDate.of(2027, 2, 1);

    @Autowired
    Shop shop;

    @Autowired
    ExpiryBatch batches;

    @BeforeEach
    void open() {
        shop.open();
        shop.setDay(EARNED);
    }

    @AfterEach
    void booksAddUp() {
        shop.booksAddUp();
    }

    @Test
    void pointsAreGoodThroughTheirLastDay() {
        var member = shop.memberWith(100);
        shop.spend(member, 40, "gift:1");

        shop.setDay(LAST_DAY);
        assertThat(run(LAST_DAY)).isZero();
        shop.setDay(DAY_AFTER);
        assertThat(run(DAY_AFTER)).isOne();

        assertThat(shop.balance(member)).isZero();
        assertThat(shop.history(member).get(0).text()).isEqualTo("积分过期 -60");
        assertThat(shop.count("lot")).isZero();
    }

    @Test
    void whatHasExpiredIsNotTakenBackASecondTime() {
        var member = shop.anyMember();
        shop.earn(member, 100, "bill:1");
        shop.spend(member, 30, "gift:1");
        shop.setDay(DAY_AFTER);
        run(DAY_AFTER);

        var part = shop.post(LedgerIT.reversal(member, "bill:1", "refund:1").only(60));
        var again = shop.post(LedgerIT.reversal(member, "bill:1", "refund:1").only(60));
        var rest = shop.reverse(member, "bill:1", "refund:2");

        assertThat(part.change()).as("70 had expired").isZero();
        assertThat(part.text()).isEqualTo("退款（其中 60 已过期，不再扣回） 0");
        assertThat(again).isEqualTo(part);
        assertThat(rest.change()).as("10 of the last 40 had expired too").isEqualTo(-30);
        assertThat(shop.balance(member)).isEqualTo(-30);
        LedgerIT.refused(() -> shop.reverse(member, "bill:1", "refund:3"), "ledger.already-reversed");
    }

    @Test
    void twoBillsOfOneDayShareWhatExpired() {
        var member = shop.anyMember();
        shop.earn(member, 100, "bill:1");
        shop.earn(member, 100, "bill:2");
        shop.spend(member, 120, "gift:1");
        shop.setDay(DAY_AFTER);
        run(DAY_AFTER);

        shop.inOneTransaction(() -> shop.ledger.post(List.of(
                LedgerIT.reversal(member, "bill:1", "refund:1"), LedgerIT.reversal(member, "bill:2", "refund:2"))));

        assertThat(shop.balance(member)).as("what was spent, once").isEqualTo(-120);
    }

    @Test
    void onlyTheOldLotGoes() {
        var member = shop.memberWith(100);
        shop.setDay(LocalDate.of(2026, 5, 5));
        shop.earn(member, 7, "bill:1");
        shop.setDay(DAY_AFTER);

        run(DAY_AFTER);

        assertThat(shop.lots(member)).containsExactly(lot(7, 2027, 5, 31));
    }

    @Test
    void aSecondRunFindsNothing() {
        shop.memberWith(100);
        shop.setDay(DAY_AFTER);

        assertThat(run(DAY_AFTER)).isOne();
        assertThat(run(DAY_AFTER)).isZero();
    }

    @Test
    void aRunThatWasInterruptedIsFinishedByTheNext() {
        shop.members(50).forEach(member -> shop.earn(member, 10, "bill:1"));
        shop.setDay(DAY_AFTER);
        var stopped = shop.in(() -> batches.run(DAY_AFTER, 10, ExpiryBatch.Position.START));

        assertThat(stopped.expired()).isEqualTo(10);
        assertThat(run(DAY_AFTER)).isEqualTo(40);
        assertThat(shop.count("lot")).isZero();
    }

    @Test
    void manyRunsAtOnceTakeEachLotOnce() {
        var members = shop.members(100);
        members.forEach(member -> shop.earn(member, 10, "bill:1"));
        shop.setDay(DAY_AFTER);

        var taken = shop.race(8, number -> shop.expiry.run(DAY_AFTER, 7));

        assertThat(taken).doesNotContainNull();
        assertThat(members).allSatisfy(member -> {
            assertThat(shop.balance(member)).isZero();
            assertThat(shop.history(member)).hasSize(2);
        });
    }

    @Test
    void aFrozenAccountWaitsAndHoldsNobodyUp() {
        var frozen = shop.memberWith(10);
        var others = shop.members(5);
        others.forEach(member -> shop.earn(member, 10, "bill:1"));
        shop.inOneTransaction(() -> shop.ledger.freeze(frozen, Asset.POINTS));
        shop.setDay(DAY_AFTER);

        assertThat(run(DAY_AFTER)).isEqualTo(5);
        shop.inOneTransaction(() -> shop.ledger.unfreeze(frozen, Asset.POINTS));
        assertThat(run(DAY_AFTER)).isOne();
    }

    @Test
    void usedUpLotsGoWithoutAWord() {
        var member = shop.memberWith(10);
        shop.spend(member, 10, "gift:1");
        shop.setDay(DAY_AFTER);

        assertThat(run(DAY_AFTER)).isZero();
        assertThat(shop.count("lot")).isZero();
    }

    @Test
    void theMemberSeesWhatWillExpire() {
        var member = shop.memberWith(10);
        shop.setDay(LocalDate.of(2026, 5, 5));
        shop.earn(member, 7, "bill:1");

        assertThat(shop.in(() -> shop.ledger.expiring(member, Asset.POINTS, LAST_DAY)))
                .isEqualTo(List.of(lot(10, 2027, 1, 31)));
    }

    private int run(LocalDate day) {
        return shop.in(() -> shop.expiry.run(day, 3));
    }
}
