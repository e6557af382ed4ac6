package io.shuke.member.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ShopTest;
import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class LedgerIT {

    @Autowired
    Shop shop;

    @BeforeEach
    void open() {
        shop.open();
    }

    @AfterEach
    void booksAddUp() {
        shop.booksAddUp();
    }

    @Test
    void nobodyOwnsPointsBeforeEarningAny() {
        assertThat(shop.balance(shop.anyMember())).isZero();
        assertThat(shop.history(shop.anyMember())).isEmpty();
    }

    @Test
    void everyEntryTellsTheBalanceAfterIt() {
        var member = shop.anyMember();

        shop.earn(member, 100, "bill:1");
        var entry = shop.spend(member, 30, "gift:1");

        assertThat(entry.change()).isEqualTo(-30);
        assertThat(entry.balance()).isEqualTo(70);
        assertThat(shop.balance(member)).isEqualTo(70);
    }

    @Test
    void aRepeatedPostingReturnsTheFirstEntry() {
        var member = shop.anyMember();
        var first = shop.earn(member, 100, "bill:1");
        shop.spend(member, 30, "gift:1");

        assertThat(shop.earn(member, 100, "bill:1")).isEqualTo(first);
        assertThat(shop.balance(member)).isEqualTo(70);
    }

    @Test
    void theSameReferenceWithOtherContentsIsRefused() {
        var member = shop.memberWith(100);
        shop.earn(member, 10, "bill:1");

        refused(() -> shop.earn(member, 11, "bill:1"), "ledger.reference-conflict");
        refused(() -> shop.spend(member, 10, "bill:1"), "ledger.reference-conflict");
        refused(
                () -> shop.post(Movement.earn(member, Asset.POINTS, 10, Reason.PURCHASE, new Reference("bill:1"))
                        .noting("双倍积分")),
                "ledger.reference-conflict");
        assertThat(shop.balance(member)).isEqualTo(110);
    }

    @Test
    void capitalsInAReferenceMatter() {
        var member = shop.anyMember();

        shop.earn(member, 1, "bill:a");
        shop.earn(member, 2, "bill:A");

        assertThat(shop.balance(member)).isEqualTo(3);
    }

    @Test
    void twoMembersMayUseTheSameReference() {
        var one = shop.anyMember();
        var other = shop.anyMember();

        shop.earn(one, 5, "check-in:2026-11-22");
        shop.earn(other, 5, "check-in:2026-11-22");

        assertThat(shop.balance(one)).isEqualTo(5);
        assertThat(shop.balance(other)).isEqualTo(5);
    }

    @Test
    void whatIsNotThereCannotBeSpent() {
        var member = shop.memberWith(10);

        assertThatThrownBy(() -> shop.spend(member, 11, "gift:1"))
                .isInstanceOfSatisfying(LedgerRefusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("points.insufficient");
                    assertThat(refusal.details()).containsExactly(10L, 11L);
                });
        assertThat(shop.balance(member)).isEqualTo(10);
    }

    @Test
    void aBalanceHasItsBound() {
        var member = shop.memberWith(1_000_000_000);

        refused(() -> shop.earn(member, 1, "bill:1"), "ledger.too-many");
    }

    @Test
    void aReversedSpendGoesBackToItsLots() {
        var member = shop.anyMember();
        shop.setDay(LocalDate.of(2026, 1, 10));
        shop.earn(member, 10, "bill:1");
        shop.setDay(LocalDate.of(2026, 3, 10));
        shop.earn(member, 10, "bill:2");
        shop.spend(member, 15, "gift:1");
        assertThat(shop.lots(member)).containsExactly(lot(5, 2027, 3, 31));

        shop.reverse(member, "gift:1", "gift:1:back");

        assertThat(shop.lots(member)).containsExactly(lot(10, 2027, 1, 31), lot(10, 2027, 3, 31));
        assertThat(shop.balance(member)).isEqualTo(20);
    }

    @Test
    void partOfASpendGoesBackToWhatLivesLongest() {
        var member = shop.anyMember();
        shop.setDay(LocalDate.of(2026, 1, 10));
        shop.earn(member, 10, "bill:1");
        shop.setDay(LocalDate.of(2026, 3, 10));
        shop.earn(member, 10, "bill:2");
        shop.spend(member, 15, "gift:1");

        shop.post(reversal(member, "gift:1", "gift:1:back").only(7));

        assertThat(shop.lots(member)).containsExactly(lot(2, 2027, 1, 31), lot(10, 2027, 3, 31));
    }

    @Test
    void whatComesBackToAnExpiredLotHasAMonth() {
        var member = shop.anyMember();
        shop.setDay(LocalDate.of(2026, 1, 10));
        shop.earn(member, 10, "bill:1");
        shop.spend(member, 10, "gift:1");
        shop.setDay(LocalDate.of(2027, 2, 3));

        shop.reverse(member, "gift:1", "gift:1:back");

        assertThat(shop.lots(member)).containsExactly(lot(10, 2027, 3, 31));
    }

    @Test
    void takingBackWhatIsSpentLeavesADebtThatEarningsWorkOff() {
        var member = shop.anyMember();
        shop.earn(member, 100, "bill:1");
        shop.spend(member, 80, "gift:1");

        var taken = shop.reverse(member, "bill:1", "bill:1:refund");

        assertThat(taken.balance()).isEqualTo(-80);
        refused(() -> shop.spend(member, 1, "gift:2"), "points.insufficient");
        assertThat(shop.earn(member, 50, "bill:2").balance()).isEqualTo(-30);
        assertThat(shop.lots(member)).isEmpty();
        assertThat(shop.earn(member, 50, "bill:3").balance()).isEqualTo(20);
        assertThat(shop.lots(member)).extracting(Expiring::amount).containsExactly(20L);
    }

    @Test
    void aMovementIsReversedInPartsUntilNothingIsLeft() {
        var member = shop.memberWith(100);
        shop.spend(member, 50, "gift:1");
        var back = shop.post(reversal(member, "gift:1", "back:1").only(20));

        assertThat(shop.post(reversal(member, "gift:1", "back:1").only(20))).isEqualTo(back);
        refused(() -> shop.reverse(member, "gift:1", "back:1"), "ledger.reference-conflict");
        refused(() -> shop.post(reversal(member, "gift:1", "back:2").only(31)), "ledger.more-than-original");
        assertThat(shop.reverse(member, "gift:1", "back:2").change()).isEqualTo(30);
        refused(() -> shop.reverse(member, "gift:1", "back:3"), "ledger.already-reversed");
        assertThat(shop.balance(member)).isEqualTo(100);
    }

    @Test
    void onlyAnEarningOrASpendIsReversedAndNoMoreThanItWas() {
        var member = shop.memberWith(100);
        shop.spend(member, 50, "gift:1");

        refused(() -> shop.post(reversal(member, "gift:1", "back:1").only(51)), "ledger.more-than-original");
        refused(() -> shop.reverse(member, "gift:9", "back:1"), "ledger.no-such-movement");
        shop.reverse(member, "gift:1", "back:1");
        refused(() -> shop.reverse(member, "back:1", "back:2"), "ledger.not-reversible");
        refused(() -> shop.reverse(shop.anyMember(), "gift:1", "back:1"), "ledger.no-such-movement");
        assertThat(shop.balance(member)).isEqualTo(100);
    }

    @Test
    void aFrozenAccountRefusesEverything() {
        var member = shop.memberWith(100);
        shop.in(() -> {
            shop.ledger.freeze(member, Asset.POINTS);
            return true;
        });

        refused(() -> shop.earn(member, 1, "bill:2"), "ledger.account-frozen");
        refused(() -> shop.spend(member, 1, "gift:1"), "ledger.account-frozen");
        refused(() -> shop.reverse(member, "opening", "back"), "ledger.account-frozen");
        shop.in(() -> {
            shop.ledger.unfreeze(member, Asset.POINTS);
            return true;
        });
        assertThat(shop.spend(member, 1, "gift:1").balance()).isEqualTo(99);
    }

    @Test
    void pointsCannotBeGivenForAPastDay() {
        var member = shop.anyMember();
        shop.setDay(LocalDate.of(2026, 5, 5));

        refused(
                () -> shop.post(Movement.earn(member, Asset.POINTS, 1, Reason.GRANT, new Reference("a"))
                        .goodThrough(LocalDate.of(2026, 5, 4))),
                "ledger.expiry-in-the-past");
        shop.post(Movement.earn(member, Asset.POINTS, 1, Reason.GRANT, new Reference("a"))
                .goodThrough(LocalDate.of(2026, 5, 5)));
        assertThat(shop.lots(member)).containsExactly(lot(1, 2026, 5, 5));
    }

    @Test
    void historyIsPagedNewestFirstAndSaysWhy() {
        var member = shop.anyMember();
        shop.post(Movement.earn(member, Asset.POINTS, 5, Reason.CHECK_IN, new Reference("check-in:2026-11-22")));
        shop.post(Movement.earn(member, Asset.POINTS, 50, Reason.STREAK, new Reference("streak:2026-11-22"))
                .noting("签到连续7天奖励"));
        shop.spend(member, 20, "gift:1");

        var first = shop.in(() -> shop.ledger.history(member, Asset.POINTS, null, 2));
        var second = shop.in(() -> shop.ledger.history(member, Asset.POINTS, first.next(), 2));

        assertThat(first.items()).extracting(Entry::text).containsExactly("兑换礼品 -20", "签到连续7天奖励 +50");
        assertThat(second.items()).extracting(Entry::text).containsExactly("签到 +5");
        assertThat(second.next()).isNull();
        refused(() -> shop.in(() -> shop.ledger.history(member, Asset.POINTS, "zzz", 2)), "ledger.bad-cursor");
    }

    @Test
    void oneRefusalInAListLeavesNothingBehind() {
        var rich = shop.memberWith(10);
        var poor = shop.anyMember();
        var list = List.of(
                Movement.spend(rich, Asset.POINTS, 10, Reason.GIFT, new Reference("gift:1")),
                Movement.spend(poor, Asset.POINTS, 10, Reason.GIFT, new Reference("gift:1")));

        refused(() -> shop.in(() -> shop.ledger.post(list)), "points.insufficient");

        assertThat(shop.balance(rich)).isEqualTo(10);
    }

    @Test
    void aListMayNameAMemberAndAReferenceTwice() {
        var member = shop.anyMember();
        var earn = Movement.earn(member, Asset.POINTS, 10, Reason.ACTIVITY, new Reference("a"));
        var entries = shop.in(() -> shop.ledger.post(List.of(
                earn,
                Movement.earn(member, Asset.POINTS, 5, Reason.ACTIVITY, new Reference("b")),
                earn,
                Movement.spend(member, Asset.POINTS, 15, Reason.GIFT, new Reference("c")))));

        assertThat(entries).extracting(entry -> entry.balance()).containsExactly(10L, 15L, 10L, 0L);
        assertThat(entries.get(2)).isEqualTo(entries.get(0));
        assertThat(shop.history(member)).hasSize(3);
    }

    @Test
    void theClockMayGoBackButTheBooksDoNot() {
        var member = shop.anyMember();
        var first = shop.earn(member, 1, "a");
        shop.clock.advance(java.time.Duration.ofHours(-1));

        assertThat(shop.earn(member, 1, "b").at()).isAfterOrEqualTo(first.at());
        shop.clock.reset();
    }

    @Test
    void merchantsDoNotSeeEachOthersAccounts() {
        var member = shop.memberWith(10);
        shop.booksAddUp();
        shop.open();

        assertThat(shop.balance(member)).isZero();
        assertThat(shop.earn(member, 1, "opening").balance()).isEqualTo(1);
    }

    static Expiring lot(long points, int year, int month, int day) {
        return new Expiring(points, LocalDate.of(year, month, day));
    }

    static Reversal reversal(MemberId member, String original, String reference) {
        return Reversal.of(member, Asset.POINTS, new Reference(original), new Reference(reference), Reason.REFUND);
    }

    static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(LedgerRefusal.class, refusal -> assertThat(
                        Objects.requireNonNull(refusal.code()))
                .isEqualTo(code));
    }
}
