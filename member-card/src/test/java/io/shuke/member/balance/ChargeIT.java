package io.shuke.member.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.Fen;
import io.shuke.member.ledger.Reference;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class ChargeIT {

    @Autowired
    Shopfront shop;

    @BeforeEach
    void open() {
        shop.open();
    }

    @AfterEach
    void booksAddUp() {
        shop.booksAddUp();
    }

    @Test
    void bringsPrincipalAndGiftOnceItIsPaid() {
        var member = shop.member();
        var charge = shop.opened(member, 10_000);
        assertThat(shop.purse(member)).isEqualTo(Purse.EMPTY);

        assertThat(shop.paid(charge)).isEqualTo(Receipt.CREDITED);

        assertThat(shop.purse(member)).isEqualTo(Purse.of(10_000, 1_000));
        assertThat(shop.in(() -> shop.charges.charge(member, charge.id())).state())
                .isEqualTo(Charge.State.PAID);
        assertThat(shop.heard(BalanceChanged.class)).singleElement().satisfies(fact -> {
            assertThat(fact.change()).isEqualTo(new Fen(11_000));
            assertThat(fact.left()).isEqualTo(Purse.of(10_000, 1_000));
        });
    }

    @Test
    void isCreditedOnceHoweverOftenWeAreTold() {
        var member = shop.member();
        var charge = shop.opened(member, 10_000);
        shop.paid(charge);

        assertThat(shop.paid(charge)).isEqualTo(Receipt.KNOWN);
        assertThat(shop.purse(member)).isEqualTo(Purse.of(10_000, 1_000));
    }

    @Test
    void isNotPaidWithAnotherAmountOrAnotherPayment() {
        var member = shop.member();
        var charge = shop.opened(member, 10_000);
        for (long fen : new long[] {1, 9_999, 10_001, 11_000}) {
            assertThatThrownBy(() -> shop.in(
                            () -> shop.charges.received(new Received(charge.number(), "4200999", new Fen(fen)))))
                    .hasMessage("charge.other-amount");
        }
        shop.paid(charge);
        assertThatThrownBy(() ->
                        shop.in(() -> shop.charges.received(new Received(charge.number(), "4200888", charge.pay()))))
                .hasMessage("charge.paid-otherwise");
        var second = shop.opened(member, 10_000);
        assertThatThrownBy(() -> shop.in(
                        () -> shop.charges.received(new Received(second.number(), "4200" + charge.id(), second.pay()))))
                .hasMessage("charge.paid-otherwise");
        assertThatThrownBy(() -> shop.in(() -> shop.charges.received(new Received("C1", "42001", new Fen(1)))))
                .hasMessage("charge.unknown");
        assertThatThrownBy(() ->
                        shop.in(() -> shop.charges.received(new Received("C99999999999999999999", "4", new Fen(1)))))
                .hasMessage("charge.unknown");
        assertThat(shop.purse(member)).isEqualTo(Purse.of(10_000, 1_000));
    }

    @Test
    void paidAfterClosingIsCreditedWhereThereIsRoom() {
        var member = shop.member();
        var charge = shop.opened(member, 10_000);
        close(charge);

        assertThat(shop.paid(charge)).isEqualTo(Receipt.CREDITED);
        assertThat(shop.purse(member)).isEqualTo(Purse.of(10_000, 1_000));
    }

    @Test
    void paidAfterClosingGoesBackWhereThereIsNone() {
        var member = shop.member();
        var charge = shop.opened(member, 100_000);
        close(charge);
        shop.cash(member, 450_000, 0, "full");

        assertThat(shop.paid(charge)).isEqualTo(Receipt.SENT_BACK);
        assertThat(shop.paid(charge)).isEqualTo(Receipt.KNOWN);
        assertThat(shop.purse(member)).isEqualTo(Purse.of(450_000, 0));
        var refund = shop.in(() -> shop.refunds.due(10)).get(0);
        assertThat(refund.amount()).isEqualTo(new Fen(100_000));
        assertThat(refund.chargeNumber()).isEqualTo(charge.number());
        shop.settle(refund, true);
        assertThat(shop.in(() -> shop.charges.charge(member, charge.id())).state())
                .isEqualTo(Charge.State.REFUNDED);
    }

    private void close(Charge charge) {
        shop.in(() -> {
            shop.charges.close(charge.id());
            return true;
        });
    }

    @Test
    void keepsRoomUnderTheCapForWhatIsBeingPaid() {
        var member = shop.member();
        for (int i = 0; i < 5; i++) {
            shop.opened(member, 100_000);
        }
        assertThatThrownBy(() -> shop.opened(member, 10_000)).hasMessage("charge.too-many-open");
        assertThatThrownBy(() -> shop.cash(member, 1, 0, "more")).hasMessage("charge.over-cap");
    }

    @Test
    void isAskedAboutUntilSomethingIsKnown() {
        var member = shop.member();
        var charge = shop.opened(member, 10_000);
        assertThat(shop.in(() -> shop.charges.due(10))).isEmpty();
        shop.clock.advance(Duration.ofSeconds(31));
        assertThat(shop.in(() -> shop.charges.due(10))).extracting(Charge::id).containsExactly(charge.id());
        assertThat(shop.in(() -> shop.charges.due(10))).isEmpty();
        shop.clock.advance(Duration.ofMinutes(11));
        assertThat(shop.in(() -> shop.charges.due(10))).hasSize(1);
        shop.paid(charge);
        shop.clock.advance(Duration.ofDays(1));
        assertThat(shop.in(() -> shop.charges.due(10))).isEmpty();
    }

    @Test
    void takesNoOfferOfAnEarlierPlan() {
        var old = shop.offer(10_000);
        shop.in(() -> {
            shop.plans.change(ChargePlan.none());
            return true;
        });
        var member = shop.member();
        assertThatThrownBy(() -> shop.in(() -> shop.charges.open(member, old))).hasMessage("charge.offer-withdrawn");
    }

    @Test
    void atTheCounterIsTakenOnceForEachKey() {
        var member = shop.member();
        var first = shop.cash(member, 20_000, 500, "first");
        assertThat(shop.cash(member, 20_000, 500, "first").id()).isEqualTo(first.id());
        assertThat(shop.purse(member)).isEqualTo(Purse.of(20_000, 500));
        assertThatThrownBy(() -> shop.cash(member, 20_001, 500, "first")).hasMessage("charge.key-used");
        var other = shop.member();
        assertThatThrownBy(() -> shop.cash(other, 20_000, 500, "first")).hasMessage("charge.key-used");
    }

    @Test
    void isSpentInProportionAndToldWhenLow() {
        var member = shop.memberWhoCharged(10_000);

        assertThat(shop.pay(member, 5_500, "bill:1")).isEqualTo(Share.of(5_000, 500));
        assertThat(shop.heard(BalanceLow.class)).isEmpty();
        shop.pay(member, 4_400, "bill:2");
        assertThat(shop.heard(BalanceLow.class)).hasSize(1);
        shop.pay(member, 100, "bill:3");
        assertThat(shop.heard(BalanceLow.class)).hasSize(1);
        assertThatThrownBy(() -> shop.pay(member, 1_001, "bill:4")).hasMessage("balance.insufficient");
        assertThat(shop.purse(member).available()).isEqualTo(new Fen(1_000));
    }

    @Test
    void whatWasSpentGoesBackToWhereItCameFrom() {
        var member = shop.memberWhoCharged(10_000);
        var paid = shop.pay(member, 5_555, "bill:1");
        var ledger = shop.in(() -> {
            var first = shop.balances.giveBack(
                    member,
                    new Reference("bill:1"),
                    paid,
                    Fen.NONE,
                    new Balances.Returned(new Fen(33), new Reference("refund:1")));
            var second = shop.balances.giveBack(
                    member,
                    new Reference("bill:1"),
                    paid,
                    new Fen(33),
                    new Balances.Returned(new Fen(5_522), new Reference("refund:2")));
            return List.of(first, second);
        });
        ledger.forEach(instructions -> shop.in(() -> shop.post(instructions)));
        assertThat(shop.purse(member)).isEqualTo(Purse.of(10_000, 1_000));
    }

    @Test
    void giftsOfAnOfferWithDaysExpireButPrincipalNever() {
        shop.clock.setNoon(LocalDate.of(2026, 11, 1), Shopfront.SHANGHAI);
        var member = shop.memberWhoCharged(30_000);
        assertThat(shop.giftExpiry(member)).containsExactly(LocalDate.of(2027, 1, 29));
    }

    @Test
    void costsWhatItWouldHaveGiven() {
        var member = shop.memberWhoCharged(10_000);
        shop.paid(shop.opened(member, 30_000));
        var trial = shop.in(() -> shop.plans.trial(
                new ChargePlan(List.of(new ChargePlan.Offer(new Fen(10_000), new Fen(2_000), 0)), Fen.NONE)));
        assertThat(trial).isEqualTo(new ChargePlans.Trial(90, 2, new Fen(40_000), new Fen(6_000), new Fen(4_000)));
    }
}
