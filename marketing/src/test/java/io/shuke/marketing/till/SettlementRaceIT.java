package io.shuke.marketing.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.ShopTest;
import io.shuke.member.ground.Fen;
import io.shuke.member.ledger.Asset;
import io.shuke.member.purchase.Refund;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class SettlementRaceIT {

    private static final int WIDE = 200;

    @Autowired
    Shopfront shop;

    @BeforeEach
    void open() {
        shop.open();
    }

    @AfterEach
    void allAddsUp() {
        shop.booksAddUp();
    }

    @Test
    void twoHundredOfOneOrderAreOneBill() {
        var member = shop.regular(0, 0, 0);

        var outcomes = shop.race(WIDE, n -> shop.settlements().settle(shop.till(0), shop.bill("A1", member, 2_000)));

        assertThat(outcomes).containsOnly("ok");
        assertThat(shop.count("bill")).isEqualTo(1);
        assertThat(shop.count("settlement")).isEqualTo(1);
        assertThat(shop.owned(member, Asset.POINTS)).isEqualTo(20);
    }

    @Test
    void oneCodeIsScannedOnceHoweverManyTillsSeeIt() {
        var code = shop.code(shop.joins(null));

        var outcomes = shop.race(WIDE, n -> shop.scans().code(shop.till(n % 2), code));

        assertThat(Collections.frequency(outcomes, "ok")).isEqualTo(1);
        assertThat(outcomes).filteredOn(one -> !one.equals("ok")).containsOnly("card.code-used");
    }

    @Test
    void twoHundredOfAStrangersOrderAreOneBill() {
        var outcomes = shop.race(WIDE, n -> shop.settlements().settle(shop.till(0), shop.bill("A1", null, 2_000)));

        assertThat(outcomes).containsOnly("ok");
        assertThat(shop.count("bill")).isEqualTo(1);
    }

    @Test
    void oneBalanceIsSpentOnceHoweverManyTillsAsk() {
        var member = shop.regular(0, 1_500, 500);

        var outcomes = shop.race(
                WIDE, n -> shop.settlements().settle(shop.till(0), shop.bill("A" + n, member, List.of(), 0, 2_000, 0)));

        assertThat(Collections.frequency(outcomes, "ok")).isEqualTo(1);
        assertThat(outcomes).filteredOn(one -> !one.equals("ok")).containsOnly("till.balance-short");
        assertThat(shop.owned(member, Asset.PRINCIPAL)).isZero();
        assertThat(shop.owned(member, Asset.GIFT)).isZero();
        assertThat(shop.count("bill")).isEqualTo(1);
    }

    @Test
    void oneCouponIsRedeemedOnceHoweverManyTillsAsk() {
        var member = shop.regular(0, 0, 0);
        shop.scan(1, member);
        var voucher = shop.voucher(member, 500);

        var outcomes = shop.race(WIDE, n -> {
            var till = n % 2;
            var one = shop.bill("A" + n, member, List.of(voucher), 0, 0, 1_500);
            var bill = new NewBill(
                    shop.store(till),
                    one.orderNo(),
                    member,
                    one.lines(),
                    one.coupons(),
                    0,
                    one.balance(),
                    one.paid(),
                    null);
            shop.settlements().settle(shop.till(till), bill);
        });

        assertThat(Collections.frequency(outcomes, "ok")).isEqualTo(1);
        assertThat(outcomes)
                .filteredOn(one -> !one.equals("ok"))
                .hasSize(WIDE - 1)
                .containsOnly("coupon.redeemed");
        assertThat(shop.count("bill")).isEqualTo(1);
        assertThat(shop.count("coupon_redemption")).isEqualTo(1);
    }

    @Test
    void refundsThatRaceTakeBackNoMoreThanWasPaid() {
        var member = shop.regular(500, 0, 0);
        var bill =
                shop.settle(shop.bill("A1", member, List.of(), 500, 0, 1_500)).settlement();

        var outcomes = shop.race(WIDE, n -> shop.refunds()
                .refund(
                        shop.till(0),
                        new Refund(bill.id(), "R" + n, List.of(), new Fen(400), java.time.Instant.EPOCH)));

        assertThat(Collections.frequency(outcomes, "ok")).isEqualTo(3);
        assertThat(shop.sum("amount_fen", "settlement_refund")).isEqualTo(1_200);
        assertThat(shop.sum("refunded_fen", "bill")).isEqualTo(1_200);
    }

    @Test
    void settlingAndRefundingAtTheSameTimeAddUp() {
        var member = shop.regular(0, 100_000, 0);
        var bill = shop.settle(shop.bill("A0", member, List.of(), 0, 2_000, 0)).settlement();

        shop.race(WIDE, n -> {
            if (n % 2 == 0) {
                shop.settlements().settle(shop.till(0), shop.bill("B" + n % 8, member, List.of(), 0, 2_000, 0));
            } else {
                shop.refunds()
                        .refund(
                                shop.till(0),
                                new Refund(bill.id(), "R" + n % 10, List.of(), new Fen(200), java.time.Instant.EPOCH));
            }
        });

        assertThat(shop.owned(member, Asset.PRINCIPAL))
                .isEqualTo(100_000
                        - shop.sum("principal_fen", "settlement")
                        + shop.sum("principal_fen", "settlement_refund"));
        assertThat(shop.sum("amount_fen", "settlement_refund")).isEqualTo(1_000);
        assertThat(shop.count("settlement")).isEqualTo(5);
    }

    @Test
    void aCapHoldsWhenAllCrowdIn() {
        var caps = new TillCaps(2_000, 20_000, 20_000, 20, 200, 200);
        var key = shop.issue(Shopfront.terms(shop.store(0), caps, OpeningHours.ALWAYS));

        var outcomes = shop.race(WIDE, n -> shop.settlements().settle(key, shop.bill("C" + n, null, 2_000)));

        assertThat(Collections.frequency(outcomes, "ok")).isEqualTo(10);
        assertThat(outcomes).filteredOn(one -> !one.equals("ok")).containsOnly("till.cap-reached");
        assertThat(shop.count("bill")).isEqualTo(10);
    }
}
