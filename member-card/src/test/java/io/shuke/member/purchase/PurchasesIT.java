package io.shuke.member.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberJoined;
import io.shuke.member.membership.MemberLeft;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class PurchasesIT {

    @Autowired
    Counter shop;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void keepsABillWithItsLines() {
        var member = shop.anyMember();
        var bill = shop.bill(member, "1", 700).paying(new Fen(630)).giving(2, 6);

        assertThat(shop.record(bill).first()).isTrue();

        assertThat(shop.in(() -> shop.purchases.bill(bill.id()))).hasValueSatisfying(kept -> {
            assertThat(kept.lines()).isEqualTo(bill.lines());
            assertThat(kept.paid()).isEqualTo(new Fen(630));
            assertThat(kept.step()).isEqualTo(2);
            assertThat(kept.points()).isEqualTo(6);
            assertThat(kept.member()).isEqualTo(member);
        });
    }

    @Test
    void theSameOrderNumberIsTheSameBill() {
        var member = shop.anyMember();
        var bill = shop.buy(member, "1", 700);

        var again = shop.record(shop.bill(member, "1", 700));

        assertThat(again.first()).isFalse();
        assertThat(again.bill().id()).isEqualTo(bill.id());
        assertThat(shop.summary(member).visits()).isEqualTo(1);
    }

    @Test
    void theSameOrderNumberForSomethingElseIsRefused() {
        var member = shop.anyMember();
        shop.buy(member, "1", 700);

        assertThatThrownBy(() -> shop.buy(member, "1", 701)).hasMessage("purchase.order-conflict");
        assertThatThrownBy(() -> shop.buy(shop.anyMember(), "1", 700)).hasMessage("purchase.order-conflict");
        assertThat(shop.record(shop.bill(member, new Order(2, Order.COUNTER, "1"), 701))
                        .first())
                .isTrue();
        assertThat(shop.record(shop.bill(member, new Order(1, "mini", "1"), 701))
                        .first())
                .isTrue();
    }

    @Test
    void aStrangersBillCountsForNobody() {
        shop.record(shop.bill(null, "1", 700));

        assertThat(shop.count("bill")).isEqualTo(1);
        assertThat(shop.count("purchase_summary")).isZero();
    }

    @Test
    void nothingIsBoughtTomorrow() {
        var bill = shop.bill(shop.anyMember(), "1", 700);
        shop.clock.advance(Duration.ofHours(-1));

        assertThatThrownBy(() -> shop.record(bill)).hasMessage("purchase.in-the-future");
    }

    @Test
    void theSummaryTellsOfTheVisits() {
        var member = shop.anyMember();
        shop.clock.setNoon(LocalDate.of(2026, 11, 1), Counter.SHANGHAI);
        shop.record(shop.bill(member, new Order(2, "mini", "1"), 1000));
        shop.clock.setNoon(LocalDate.of(2026, 11, 5), Counter.SHANGHAI);
        shop.record(shop.bill(member, new Order(1, Order.COUNTER, "2"), 2000));
        shop.clock.setNoon(LocalDate.of(2026, 11, 11), Counter.SHANGHAI);
        shop.record(shop.bill(member, new Order(1, Order.COUNTER, "3"), 3001));

        var summary = shop.summary(member);

        assertThat(summary.visits()).isEqualTo(3);
        assertThat(summary.amount()).isEqualTo(new Fen(6001));
        assertThat(summary.average()).isEqualTo(new Fen(2000));
        assertThat(summary.between()).isBetween(Duration.ofHours(119), Duration.ofHours(120));
        assertThat(summary.storeId()).isEqualTo(1);
        assertThat(summary.channel()).isEqualTo(Order.COUNTER);
        assertThat(shop.rebuilt(member)).isEqualTo(summary);
    }

    @Test
    void whoJoinsHasASummaryOfNothing() {
        var member = shop.anyMember();

        shop.publish(new MemberJoined(member, null, null));

        assertThat(shop.count("purchase_summary")).isEqualTo(1);
        assertThat(shop.summary(member).visits()).isZero();
        shop.buy(member, "1", 500);
        assertThat(shop.summary(member).firstAt())
                .isEqualTo(shop.summary(member).lastAt())
                .isNotNull();
    }

    @Test
    void aPartialRefundLowersTheAmountAndLeavesTheVisit() {
        var member = shop.anyMember();
        var bill = shop.buy(member, "1", 700);

        var refunded = shop.refund(bill, "r1", 200);

        assertThat(refunded.left()).isEqualTo(new Fen(500));
        assertThat(refunded.whole()).isFalse();
        assertThat(shop.summary(member))
                .extracting(Summary::visits, Summary::amount)
                .containsExactly(1, new Fen(500));
    }

    @Test
    void aWholeRefundTakesTheVisitBack() {
        var member = shop.anyMember();
        shop.buy(member, "1", 300);
        var bill = shop.buy(member, "2", 700);
        shop.refund(bill, "r1", 200);

        var refunded = shop.refund(Refund.whole(bill.id(), "r2", shop.clock.instant()));

        assertThat(refunded.amount()).isEqualTo(new Fen(500));
        assertThat(refunded.whole()).isTrue();
        assertThat(shop.summary(member))
                .extracting(Summary::visits, Summary::amount)
                .containsExactly(1, new Fen(300));
        assertThatThrownBy(() -> shop.refund(bill, "r3", 1)).hasMessage("purchase.refunded-already");
    }

    @Test
    void goodsGoBackForWhatTheyCost() {
        var bill = shop.buy(shop.anyMember(), "1", 700);
        var egg = new Refund(bill.id(), "r1", List.of(new Refund.Item(2, 1)), null, shop.clock.instant());

        assertThat(shop.refund(egg).amount()).isEqualTo(new Fen(175));
        assertThat(shop.refund(egg).first()).isFalse();
        assertThatThrownBy(() -> shop.refund(
                        new Refund(bill.id(), "r2", List.of(new Refund.Item(2, 2)), null, shop.clock.instant())))
                .hasMessage("purchase.more-than-bought");
    }

    @Test
    void aRepeatedRefundIsTheSameAndADifferentOneRefused() {
        var bill = shop.buy(shop.anyMember(), "1", 700);
        var first = shop.refund(bill, "r1", 200);

        var again = shop.refund(bill, "r1", 200);

        assertThat(again.first()).isFalse();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.left()).isEqualTo(new Fen(500));
        assertThatThrownBy(() -> shop.refund(bill, "r1", 201)).hasMessage("purchase.refund-conflict");
    }

    @Test
    void noBillNoRefund() {
        assertThatThrownBy(() -> shop.refund(Refund.whole(new BillId(4711), "r1", shop.clock.instant())))
                .hasMessage("purchase.no-such-bill");
    }

    @Test
    void theTrailIsPagedNewestFirst() {
        var member = shop.anyMember();
        for (int i = 1; i <= 5; i++) {
            shop.buy(member, "n" + i, i * 100);
        }
        var first = shop.in(() -> shop.purchases.trail(member, null, 3));
        var second = shop.in(() -> shop.purchases.trail(member, first.next(), 3));

        assertThat(first.items()).extracting(one -> one.bill().order().number()).containsExactly("n5", "n4", "n3");
        assertThat(second.items())
                .extracting(one -> one.bill().order().number())
                .containsExactly("n2", "n1");
        assertThat(second.next()).isNull();
        assertThatThrownBy(() -> shop.in(() -> shop.purchases.trail(member, "x", 3)))
                .hasMessage("purchase.bad-cursor");
    }

    @Test
    void aMergeBringsTheBillsOverAndAnUndoGivesThemBack() {
        var kept = shop.anyMember();
        var absorbed = shop.anyMember();
        shop.buy(kept, "1", 300);
        shop.buy(absorbed, "2", 700);

        shop.publish(new MergedMembers(1, kept, absorbed));
        assertThat(shop.summary(kept))
                .extracting(Summary::visits, Summary::amount)
                .containsExactly(2, new Fen(1000));
        shop.buy(kept, "3", 100);
        shop.publish(new MergeUndone(1, kept, absorbed));

        assertThat(shop.summary(kept))
                .extracting(Summary::visits, Summary::amount)
                .containsExactly(2, new Fen(400));
        assertThat(shop.summary(absorbed))
                .extracting(Summary::visits, Summary::amount)
                .containsExactly(1, new Fen(700));
    }

    @Test
    void whoLeavesLeavesABillOfNobody() {
        var member = shop.anyMember();
        shop.buy(member, "1", 300);

        shop.publish(new MemberLeft(member));

        assertThat(shop.count("bill")).isEqualTo(1);
        assertThat(shop.count("purchase_summary")).isZero();
        assertThat(shop.in(() -> shop.purchases.trail(member, null, 10)).items())
                .isEmpty();
    }

    @Test
    void theSummaryEqualsTheOneMadeAgainFromTheBills() {
        var seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        var members = new ArrayList<MemberId>();
        for (int i = 0; i < 12; i++) {
            members.add(shop.anyMember());
        }
        var bills = new ArrayList<Bill>();
        for (int step = 0; step < 300; step++) {
            if (bills.isEmpty() || random.nextInt(4) > 0) {
                shop.clock.advance(Duration.ofHours(random.nextInt(30)));
                var order = new Order(1 + random.nextInt(3), random.nextBoolean() ? "mini" : "store", "n" + step);
                var bill = shop.bill(members.get(random.nextInt(12)), order, 100 + random.nextInt(5000));
                bills.add(shop.record(bill).bill());
            } else {
                var bill = bills.remove(random.nextInt(bills.size()));
                shop.refund(bill, "r" + step, 1 + random.nextLong(bill.paid().value()));
            }
        }
        var maintained = members.stream().map(shop::summary).toList();

        for (long last = shop.in(() -> shop.summaries.rebuild(0, 5)); last > 0; ) {
            var after = last;
            last = shop.in(() -> shop.summaries.rebuild(after, 5));
        }

        assertThat(members.stream().map(shop::summary)).as("seed %d", seed).containsExactlyElementsOf(maintained);
    }

    @Test
    void aHabitIsTold() {
        var member = shop.anyMember();
        for (int week = 0; week < 3; week++) {
            shop.clock.set(LocalDate.of(2026, 11, 4)
                    .plusWeeks(week)
                    .atTime(8, 5)
                    .atZone(Counter.SHANGHAI)
                    .toInstant());
            shop.buy(member, "w" + week, 700);
        }

        assertThat(shop.in(() -> shop.purchases.habit(member))).contains("每周三八点左右：豆浆、茶叶蛋");
    }
}
