package io.shuke.member.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.membership.MergedMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class LedgerRaceIT {

    private static final int WIDE = 200;

    @Autowired
    Shop shop;

    @Autowired
    Handover handover;

    @BeforeEach
    void open() {
        shop.open();
    }

    @AfterEach
    void booksAddUp() {
        shop.booksAddUp();
    }

    @RepeatedTest(10)
    void ofTwoHundredSpendsOfAWholeBalanceOneSucceeds() {
        var member = shop.memberWith(100);

        var done = shop.race(
                200,
                number -> shop.ledger.post(
                        Movement.spend(member, Asset.POINTS, 100, Reason.GIFT, new Reference("gift:" + number))));

        assertThat(done).filteredOn(Objects::nonNull).hasSize(1);
        assertThat(shop.balance(member)).isZero();
    }

    @RepeatedTest(5)
    void racingSpendersNeverOverdraw() {
        var member = shop.memberWith(10);

        var done = shop.race(
                30,
                number -> shop.ledger.post(
                        Movement.spend(member, Asset.POINTS, 1, Reason.GIFT, new Reference("gift:" + number))));

        assertThat(done).filteredOn(Objects::nonNull).hasSize(10);
        assertThat(shop.balance(member)).isZero();
    }

    @RepeatedTest(5)
    void racingPostsOfOneReferenceMakeOneMovement() {
        var member = shop.anyMember();

        var done = shop.race(
                WIDE,
                number -> shop.ledger.post(
                        Movement.earn(member, Asset.POINTS, 5, Reason.CHECK_IN, new Reference("check-in:2026-11-22"))));

        assertThat(done).hasSize(WIDE).doesNotContainNull();
        assertThat(done.stream().distinct()).hasSize(1);
        assertThat(shop.count("movement")).isEqualTo(1);
        assertThat(shop.count("ledger_account")).isEqualTo(1);
    }

    @Test
    void racingReversalsOfOneSpendMakeOne() {
        var member = shop.memberWith(100);
        shop.spend(member, 60, "gift:1");

        var done = shop.race(WIDE, number -> shop.ledger.post(LedgerIT.reversal(member, "gift:1", "back:" + number)));

        assertThat(done).filteredOn(Objects::nonNull).hasSize(1);
        assertThat(shop.balance(member)).isEqualTo(100);
    }

    @RepeatedTest(3)
    void racingPartsNeverTakeBackMoreThanItWas() {
        var member = shop.memberWith(100);
        shop.spend(member, 60, "gift:1");

        var done = shop.race(
                200,
                number -> shop.ledger.post(
                        LedgerIT.reversal(member, "gift:1", "back:" + number).only(7)));

        assertThat(done).filteredOn(Objects::nonNull).hasSize(8);
        assertThat(shop.balance(member)).isEqualTo(96);
    }

    /** Lists that name the same new members in different orders: the way to a deadlock, were they not sorted. */
    @RepeatedTest(3)
    void crossingListsAllArrive() {
        var members = shop.members(40);
        var done = shop.race(WIDE, number -> {
            var order = new ArrayList<>(members);
            java.util.Collections.shuffle(order, new java.util.Random(number));
            return shop.ledger.post(order.stream()
                    .limit(20)
                    .map(member ->
                            Movement.earn(member, Asset.POINTS, 1, Reason.ACTIVITY, new Reference("a:" + number)))
                    .toList());
        });

        assertThat(done).doesNotContainNull();
        assertThat(shop.count("movement")).isEqualTo(WIDE * 20);
        assertThat(members.stream().mapToLong(shop::balance).sum()).isEqualTo(WIDE * 20);
    }

    @Test
    void aMergeAmidSpendsAndEarningsLosesNothing() {
        var kept = shop.memberWith(1000);
        var absorbed = shop.memberWith(1000);

        var done = shop.race(WIDE, number -> {
            if (number == WIDE / 2) {
                handover.merged(new MergedMembers(7, kept, absorbed));
                return 0L;
            }
            var member = number % 2 == 0 ? kept : absorbed;
            var reference = new Reference("a:" + number);
            return shop.ledger
                    .post(
                            number % 4 < 2
                                    ? Movement.earn(member, Asset.POINTS, number + 1, Reason.ACTIVITY, reference)
                                    : Movement.spend(member, Asset.POINTS, number + 1, Reason.GIFT, reference))
                    .change();
        });

        assertThat(shop.balance(absorbed)).isZero();
        assertThat(shop.balance(kept)).isEqualTo(2000 + sum(done));
    }

    @Test
    void anExpiryAgainstSpendsLosesNothing() {
        var member = shop.anyMember();
        shop.setDay(java.time.LocalDate.of(2026, 1, 1));
        shop.earn(member, 100, "bill:1");
        shop.setDay(java.time.LocalDate.of(2027, 2, 1));

        var done = shop.race(
                WIDE,
                number -> number % 10 == 9
                        ? shop.expiry.run(java.time.LocalDate.of(2027, 2, 1), 10) * 0L
                        : shop.ledger
                                .post(Movement.spend(
                                        member, Asset.POINTS, 1, Reason.GIFT, new Reference("gift:" + number)))
                                .change());

        var expired = shop.history(member).stream()
                .filter(entry -> entry.reason() == Reason.EXPIRY)
                .mapToLong(entry -> entry.change())
                .sum();
        assertThat(shop.balance(member)).isZero();
        assertThat(100 + sum(done) + expired).isZero();
    }

    private static long sum(List<? extends @org.jspecify.annotations.Nullable Long> done) {
        return done.stream().filter(Objects::nonNull).mapToLong(Long::longValue).sum();
    }
}
