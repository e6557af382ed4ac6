package io.shuke.marketing.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.marketing.SettableClock;
import io.shuke.marketing.ShopTest;
import io.shuke.member.ledger.Asset;
import io.shuke.member.level.Benefits;
import io.shuke.member.level.Ladder;
import io.shuke.member.level.Levels;
import io.shuke.member.level.Measure;
import io.shuke.member.level.Rung;
import io.shuke.member.membership.Phone;
import io.shuke.member.purchase.BillId;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class SettlementIT {

    @Autowired
    Shopfront shop;

    @Autowired
    Scans scans;

    @Autowired
    Levels levels;

    @Autowired
    TillAlarms alarms;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void open() {
        shop.open();
    }

    @AfterEach
    void allAddsUp() {
        shop.booksAddUp();
    }

    @Test
    void everythingOfABillInOneGo() {
        var member = shop.regular(1_000, 500, 300);
        var voucher = shop.voucher(member, 500);

        // 20.00 - 5.00 voucher = 15.00; 500 points pay 5.00; 4.00 from the balance, the gift of 3.00 first; 6.00 in
        // money
        var settled = shop.settle(shop.bill("A1", member, List.of(voucher), 500, 400, 600));

        var one = settled.settlement();
        assertThat(settled.first()).isTrue();
        assertThat(one.totalFen()).isEqualTo(2_000);
        assertThat(one.discountFen()).isEqualTo(1_000);
        assertThat(one.couponFen()).isEqualTo(500);
        assertThat(one.giftFen()).isEqualTo(300);
        assertThat(one.principalFen()).isEqualTo(100);
        assertThat(one.pointsEarned()).isEqualTo(10);
        assertThat(one.explained()).anyMatch(line -> line.contains("代金券")).anyMatch(line -> line.contains("牛肉面"));
        assertThat(one.totalFen()).isEqualTo(one.discountFen() + one.balanceFen() + one.paidFen());
        assertThat(shop.owned(member))
                .containsEntry(Asset.POINTS, 510L)
                .containsEntry(Asset.GROWTH, 10L)
                .containsEntry(Asset.PRINCIPAL, 400L)
                .containsEntry(Asset.GIFT, 0L);
        assertThat(shop.couponsInWallet(member)).isZero();
        assertThat(shop.count("bill_line")).isEqualTo(3);
    }

    @Test
    void aWrongSumIsToldTheRightOneAndChangesNothing() {
        var member = shop.regular(1_000, 0, 0);
        var before = shop.owned(member);

        assertThatThrownBy(() -> shop.settle(shop.bill("A1", member, List.of(), 500, 0, 1_499)))
                .hasMessage("till.sum-wrong")
                .extracting("details")
                .isEqualTo(List.of("15.00", "1500"));

        assertThat(shop.owned(member)).isEqualTo(before);
        assertThat(shop.count("bill")).isZero();
        assertThat(shop.count("settlement")).isZero();
    }

    @Test
    void theSameOrderAgainTellsOfTheFirstTimeAndAnotherUnderItsNumberIsRefused() {
        var member = shop.regular(0, 0, 0);
        var first = shop.settle(shop.bill("A1", member, 2_000));

        var again = shop.settle(shop.bill("A1", member, 2_000));

        assertThat(again.first()).isFalse();
        assertThat(again.settlement()).isEqualTo(first.settlement());
        assertThatThrownBy(() -> shop.settle(shop.bill("A1", null, 2_000))).hasMessage("till.order-conflict");
        assertThat(shop.owned(member, Asset.POINTS)).isEqualTo(20);
    }

    @Test
    void aStrangersBillIsABillAndNothingMore() {
        var settled = shop.settle(shop.bill("A1", null, 2_000)).settlement();

        assertThat(settled.pointsEarned()).isZero();
        assertThat(shop.count("bill")).isEqualTo(1);
        assertThatThrownBy(() -> shop.bill("A2", null, List.of(), 5, 0, 2_000)).hasMessage("till.member-needed");
    }

    @Test
    void nobodyIsSettledForWhomTheTillHasNotSeen() {
        var member = shop.joins(null);

        assertThatThrownBy(() -> shop.settle(shop.bill("A1", member, 2_000))).hasMessage("till.scan-needed");
        shop.scan(1, member);
        assertThatThrownBy(() -> shop.settle(shop.bill("A1", member, 2_000))).hasMessage("till.scan-needed");
        shop.scan(0, member);
        clock.advance(Duration.ofMinutes(11));
        assertThatThrownBy(() -> shop.settle(shop.bill("A1", member, 2_000))).hasMessage("till.scan-needed");
    }

    @Test
    void aPhoneNumberEarnsNothingAndSpendsNothing() {
        var phone = new Phone("13900001111");
        var member = shop.joins(phone);
        var seen = shop.in(() -> scans.phone(shop.till(0), phone, "手机没电", 60));

        assertThat(seen.live()).isFalse();
        var settled = shop.settle(shop.bill("A1", member, 2_000)).settlement();
        assertThat(settled.pointsEarned()).isZero();
        assertThat(settled.withheld()).isEqualTo("till.live-scan-needed");
        assertThat(shop.owned(member, Asset.GROWTH)).isZero();
        assertThatThrownBy(() -> shop.settle(shop.bill("A2", member, List.of(), 0, 100, 1_900)))
                .hasMessage("till.live-scan-needed");
        assertThat(shop.count("till_lookup")).isEqualTo(1);
        assertThatThrownBy(() -> shop.in(() -> scans.phone(shop.till(0), phone, " ", 60)))
                .hasMessage("till.reason-needed");
    }

    @Test
    void aScanIsGoodForAFewBillsOnly() {
        var member = shop.regular(0, 0, 0);
        for (int n = 0; n < Scans.BILLS_A_SCAN; n++) {
            assertThat(shop.settle(shop.bill("A" + n, member, 2_000))
                            .settlement()
                            .pointsEarned())
                    .isEqualTo(20);
        }

        assertThat(shop.settle(shop.bill("B", member, 2_000)).settlement().withheld())
                .isEqualTo("till.live-scan-needed");
        shop.scan(0, member);
        assertThat(shop.settle(shop.bill("C", member, 2_000)).settlement().pointsEarned())
                .isEqualTo(20);
    }

    @Test
    void aCodeIsGoodForOneScan() {
        var member = shop.joins(null);
        var code = shop.code(member);

        assertThat(shop.in(() -> scans.code(shop.till(0), code)).live()).isTrue();
        assertThatThrownBy(() -> shop.in(() -> scans.code(shop.till(0), code))).hasMessage("card.code-used");
        var old = shop.code(shop.joins(null));
        clock.advance(Duration.ofSeconds(61));
        assertThatThrownBy(() -> shop.in(() -> scans.code(shop.till(0), old))).hasMessage("card.code-expired");
    }

    @Test
    void aKeyStopsAtItsCapsAndStartsAnewWithTheHourAndTheDay() {
        var caps = new TillCaps(2_000, 4_000, 6_000, 20, 40, 100);
        var key = shop.issue(Shopfront.terms(shop.store(0), caps, OpeningHours.ALWAYS));
        var number = new int[1];
        Runnable bill = () -> shop.in(() -> shop.settlements().settle(key, shop.bill("C" + number[0]++, null, 2_000)));

        bill.run();
        bill.run();
        assertThatThrownBy(bill::run)
                .hasMessage("till.cap-reached")
                .extracting("details")
                .isEqualTo(List.of("每小时金额"));
        clock.advance(Duration.ofHours(1));
        bill.run();
        assertThatThrownBy(bill::run)
                .hasMessage("till.cap-reached")
                .extracting("details")
                .isEqualTo(List.of("每日金额"));
        clock.advance(Duration.ofDays(1));
        bill.run();
        assertThat(shop.count("bill")).isEqualTo(4);
    }

    @Test
    void anAlarmIsRaisedOnceAnHour() {
        for (int n = 0; n < 3; n++) {
            shop.in(() -> alarms.raise(shop.till(0).id(), TillRefusal.Cap.DAY_AMOUNT));
        }
        shop.in(() -> alarms.raise(shop.till(0).id(), TillRefusal.Cap.HOUR_POINTS));

        assertThat(shop.in(alarms::recent))
                .extracting(TillAlarm::cap)
                .containsExactly(TillRefusal.Cap.HOUR_POINTS, TillRefusal.Cap.DAY_AMOUNT);
    }

    @Test
    void aKeyOpensNothingOutsideItsHoursNorInAnotherStore() {
        var hours = OpeningHours.of(LocalTime.of(18, 0), LocalTime.of(2, 0));
        var key = shop.issue(Shopfront.terms(shop.store(0), Shopfront.WIDE, hours));

        assertThatThrownBy(() -> shop.in(() -> shop.settlements().settle(key, shop.bill("A1", null, 2_000))))
                .hasMessage("till.closed");
        assertThatThrownBy(() -> shop.in(() -> shop.settlements().settle(shop.till(1), shop.bill("A1", null, 2_000))))
                .hasMessage("till.other-store");
    }

    @Test
    void aWholeRefundTakesEverythingBackToTheUnit() {
        var member = shop.regular(1_000, 500, 300);
        var before = shop.owned(member);
        var voucher = shop.voucher(member, 500);
        var bill = shop.settle(shop.bill("A1", member, List.of(voucher), 500, 400, 600))
                .settlement();

        var refund = shop.refund(bill.id(), "R1", 1_000);

        assertThat(refund.whole()).isTrue();
        assertThat(refund.moneyFen()).isEqualTo(600);
        assertThat(refund.pointsTakenBack()).isEqualTo(10);
        assertThat(refund.pointsGivenBack()).isEqualTo(500);
        assertThat(shop.owned(member)).containsAllEntriesOf(before).containsEntry(Asset.GROWTH, 0L);
        assertThat(shop.couponsInWallet(member)).isEqualTo(1);
    }

    @Test
    void partsOfARefundComeToTheWholeAndNeverToMore() {
        var member = shop.regular(1_000, 500, 300);
        var before = shop.owned(member);
        var voucher = shop.voucher(member, 500);
        var bill = shop.settle(shop.bill("A1", member, List.of(voucher), 500, 400, 600))
                .settlement();

        var parts = List.of(
                shop.refund(bill.id(), "R1", 333),
                shop.refund(bill.id(), "R2", 333),
                shop.refund(bill.id(), "R3", 334));

        assertThat(parts.stream().mapToLong(RefundedBill::moneyFen).sum()).isEqualTo(600);
        assertThat(parts.get(1).whole()).isFalse();
        assertThat(shop.owned(member)).containsAllEntriesOf(before).containsEntry(Asset.GROWTH, 0L);
        assertThat(shop.couponsInWallet(member)).isEqualTo(1);
        assertThat(shop.refund(bill.id(), "R1", 333)).isEqualTo(parts.get(0));
        assertThatThrownBy(() -> shop.refund(bill.id(), "R4", 1)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> shop.refund(new BillId(1), "R1", 1)).hasMessage("till.unknown-bill");
    }

    /** Up with the second bowl, the price of the new level with the third, and down again with what raised him. */
    @Test
    void aMemberRisesAtTheTillAndFallsWithWhatRaisedHim() {
        var silver = new Benefits(90, 200, "", false, 0, false);
        var rungs = List.of(Rung.of(1, "普通", 0, Benefits.NONE), Rung.of(2, "银卡", 4_000, silver));
        shop.in(() -> levels.change(new Ladder(Measure.AMOUNT, 6, 3, 0, 0, 100, rungs)));
        var member = shop.regular(0, 0, 0);

        assertThat(shop.settle(shop.bill("A1", member, 2_000)).settlement().level())
                .isEqualTo("普通");
        var raising = shop.settle(shop.bill("A2", member, 2_000)).settlement();
        assertThat(raising.level()).isEqualTo("银卡");
        assertThat(raising.pointsEarned()).isEqualTo(20);
        assertThatThrownBy(() -> shop.settle(shop.bill("A3", member, 2_000))).hasMessage("till.sum-wrong");
        var third = shop.settle(shop.bill("A3", member, 1_800)).settlement();
        assertThat(third.levelFen()).isEqualTo(200);
        assertThat(third.pointsEarned()).isEqualTo(36);
        assertThat(shop.scan(0, member).price().payPercent()).isEqualTo(90);

        shop.refund(third.id(), "R1", 1_800);
        shop.refund(raising.id(), "R2", 2_000);
        assertThat(shop.scan(0, member).level().name()).isEqualTo("普通");
    }

    /** With points, a coupon, offset, balance and three lines; the transaction's beginning and end are not counted. */
    @Test
    void waitsForTheDatabaseNoOftenerThanItMust() {
        var member = shop.regular(1_000, 500, 300);
        var voucher = shop.voucher(member, 500);
        shop.settle(shop.bill("A0", member, 2_000));
        var bill = shop.bill("A1", member, List.of(voucher), 500, 400, 600);

        var heard = RoundTrips.of(() -> shop.settle(bill)).stream()
                .filter(sql -> !sql.startsWith("SET autocommit") && !sql.equals("COMMIT"))
                .toList();

        assertThat(heard).hasSizeLessThanOrEqualTo(16);
    }
}
