package io.shuke.member.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.Fen;
import io.shuke.member.ledger.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class ChargeRaceIT {

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

    @RepeatedTest(3)
    void twoHundredNoticesOfOnePaymentCreditOnce() {
        var member = shop.member();
        var charge = shop.opened(member, 10_000);

        var told = shop.race(200, number -> shop.charges.received(Shopfront.receivedFor(charge)));

        assertThat(told).filteredOn(Receipt.CREDITED::equals).hasSize(1);
        assertThat(told).filteredOn(Receipt.KNOWN::equals).hasSize(199);
        assertThat(shop.purse(member)).isEqualTo(Purse.of(10_000, 1_000));
    }

    @RepeatedTest(3)
    void noticeAgainstClosingCreditsOnce() {
        var member = shop.member();
        var charge = shop.opened(member, 10_000);

        shop.race(200, number -> {
            if (number % 2 == 0) {
                shop.charges.close(charge.id());
                return true;
            }
            return shop.charges.received(Shopfront.receivedFor(charge));
        });

        assertThat(shop.purse(member)).isEqualTo(Purse.of(10_000, 1_000));
        assertThat(shop.in(() -> shop.charges.charge(member, charge.id())).state())
                .isEqualTo(Charge.State.PAID);
    }

    @RepeatedTest(3)
    void oneBalanceIsSpentToTheFen() {
        var member = shop.memberWhoCharged(10_000);

        var paid = shop.race(200, number -> shop.balances.pay(member, new Fen(77), new Reference("bill:" + number)));

        assertThat(paid).filteredOn(Share.class::isInstance).hasSize(142);
        assertThat(paid).filteredOn("balance.insufficient"::equals).hasSize(58);
        assertThat(shop.purse(member).available()).isEqualTo(new Fen(11_000 - 142 * 77));
    }

    @RepeatedTest(3)
    void refundAgainstSpendingNeverPaysTwice() {
        var member = shop.memberWhoCharged(10_000);

        var done = shop.race(
                200,
                number -> number % 2 == 0
                        ? shop.balances.pay(member, new Fen(110), new Reference("bill:" + number))
                        : shop.refunds.ask(member, new Fen(100), "staff:7", "退"));

        var spent = done.stream().filter(Share.class::isInstance).count();
        var refunded = done.stream().filter(java.util.List.class::isInstance).count();
        var left = shop.purse(member);
        assertThat(left.principal().value()).isNotNegative();
        assertThat(left.gift().value()).isNotNegative();
        var withdrawn = shop.in(() -> shop.database.queryForObject(
                "SELECT COALESCE(SUM(amount_fen + gift_fen), 0) FROM charge_refund WHERE member_id = ?",
                Long.class,
                member.value()));
        assertThat(spent * 110 + withdrawn + left.available().value()).isEqualTo(11_000);
        assertThat(spent + refunded).isPositive();
    }

    @RepeatedTest(3)
    void theCapHoldsWhoeverChargesAtOnce() {
        var member = shop.member();
        var offer = shop.offer(100_000);

        shop.race(200, number -> switch (number % 3) {
            case 0 -> shop.charges.open(member, offer);
            case 1 -> shop.charges.received(Shopfront.receivedFor(shop.charges.open(member, offer)));
            default ->
                shop.charges.atCounter(
                        new AtCounter(member, new Fen(33_333), Fen.NONE, "staff:7", "现金", "counter-" + number));
        });

        var pending = shop.in(() -> shop.charges.pending(member));
        var held = shop.purse(member).principal().value() + pending.value();
        assertThat(held).isLessThanOrEqualTo(Purse.CAP.value()).isGreaterThan(Purse.CAP.value() - 100_000);
    }

    @RepeatedTest(3)
    void oneKeyAtTheCounterChargesOnce() {
        var member = shop.member();
        shop.race(
                200,
                number -> shop.charges.atCounter(
                        new AtCounter(member, new Fen(5_000), Fen.NONE, "staff:7", "现金", "counter-once")));
        assertThat(shop.purse(member)).isEqualTo(Purse.of(5_000, 0));
    }

    @RepeatedTest(3)
    void oneRefundIsSettledOnce() {
        var member = shop.memberWhoCharged(10_000);
        var refund = shop.refund(member, 10_000).get(0);
        shop.race(200, number -> {
            shop.refunds.settled(refund.id(), false);
            return true;
        });
        assertThat(shop.purse(member)).isEqualTo(Purse.of(10_000, 1_000));
    }
}
