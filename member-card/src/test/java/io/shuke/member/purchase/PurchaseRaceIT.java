package io.shuke.member.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.Fen;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class PurchaseRaceIT {

    @Autowired
    Counter shop;

    @BeforeEach
    void open() {
        shop.open();
    }

    @RepeatedTest(3)
    void twoHundredTimesTheSameOrderIsOneBill() {
        var member = shop.anyMember();

        var done = shop.race(200, number -> shop.purchases.record(shop.bill(member, "1", 700)));

        assertThat(done).doesNotContainNull();
        assertThat(done).filteredOn(one -> one != null && one.first()).hasSize(1);
        assertThat(done.stream()
                        .filter(Objects::nonNull)
                        .map(one -> one.bill().id())
                        .distinct())
                .hasSize(1);
        assertThat(shop.summary(member))
                .extracting(Summary::visits, Summary::amount)
                .containsExactly(1, new Fen(700));
    }

    @RepeatedTest(3)
    void theSummaryIsExactUnderBillsAndRefundsAtOnce() {
        var member = shop.anyMember();
        var bills = new Bill[40];
        for (int i = 0; i < bills.length; i++) {
            bills[i] = shop.buy(member, "before" + i, 1000);
        }

        var done = shop.race(
                200,
                number -> number % 5 == 0
                        ? shop.purchases
                                .refund(Refund.whole(bills[number / 5].id(), "r", shop.clock.instant()))
                                .amount()
                        : shop.purchases
                                .record(shop.bill(
                                        member,
                                        new Order(1 + number % 3, number % 2 == 0 ? "mini" : "store", "n" + number),
                                        100))
                                .bill()
                                .paid());

        assertThat(done).doesNotContainNull();
        var summary = shop.summary(member);
        assertThat(summary).extracting(Summary::visits, Summary::amount).containsExactly(160, new Fen(16_000));
        assertThat(shop.rebuilt(member)).isEqualTo(summary);
    }

    @RepeatedTest(3)
    void ofTwoHundredRefundsOnlyWhatWasPaidGoesBack() {
        var member = shop.anyMember();
        var bill = shop.buy(member, "1", 1000);

        var done = shop.race(
                200,
                number -> shop.purchases.refund(
                        new Refund(bill.id(), "r" + number, java.util.List.of(), new Fen(10), shop.clock.instant())));

        assertThat(done).filteredOn(Objects::nonNull).hasSize(100);
        assertThat(shop.summary(member).visits()).isZero();
        assertThat(shop.count("bill_refund")).isEqualTo(100);
    }
}
