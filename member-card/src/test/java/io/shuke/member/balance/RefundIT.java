package io.shuke.member.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.Fen;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class RefundIT {

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
    void takesThePrincipalOffTheCardAtOnceAndTheGiftWithIt() {
        var member = shop.memberWhoCharged(10_000);
        shop.pay(member, 5_500, "bill:1");

        var refund = shop.refund(member, 5_000).get(0);

        assertThat(shop.purse(member)).isEqualTo(Purse.EMPTY);
        assertThat(refund.state()).isEqualTo(Refund.State.UNDERWAY);
        assertThat(refund.gift()).isEqualTo(new Fen(500));
        assertThat(refund.paid()).isEqualTo(new Fen(10_000));
        shop.settle(refund, true);
        shop.settle(refund, true);
        shop.settle(refund, false);
        assertThat(shop.purse(member)).isEqualTo(Purse.EMPTY);
        assertThat(charge(refund).state()).isEqualTo(Charge.State.PAID);
        assertThat(charge(refund).refunded()).isEqualTo(new Fen(5_000));
    }

    @Test
    void isOnTheCardAgainWhenItFails() {
        var member = shop.memberWhoCharged(10_000);
        var refund = shop.refund(member, 4_000).get(0);
        assertThat(shop.purse(member)).isEqualTo(Purse.of(6_000, 600));
        assertThat(charge(refund).state()).isEqualTo(Charge.State.REFUNDING);

        shop.settle(refund, false);

        assertThat(shop.purse(member)).isEqualTo(Purse.of(10_000, 1_000));
        assertThat(charge(refund).state()).isEqualTo(Charge.State.PAID);
        assertThat(charge(refund).refunded()).isEqualTo(Fen.NONE);
    }

    @Test
    void oneThatIsStuckIsTriedAgainOrPaidByHandWithAReason() {
        var member = shop.memberWhoCharged(10_000);
        var refund = shop.refund(member, 4_000).get(0);
        assertThatThrownBy(() -> shop.in(() -> shop.refunds.paidByHand(refund.id(), "staff:1", "现金")))
                .hasMessage("charge.not-stuck");

        shop.stuck(refund);
        assertThat(shop.in(() -> shop.refunds.waiting(10)))
                .extracting(Refund::id)
                .containsExactly(refund.id());
        shop.in(() -> shop.refunds.retry(refund.id(), "staff:1", "顾客换了卡"));
        assertThat(shop.in(() -> shop.refunds.waiting(10))).isEmpty();
        assertThat(shop.in(() -> shop.refunds.due(10))).extracting(Refund::id).containsExactly(refund.id());

        shop.stuck(refund);
        shop.in(() -> shop.refunds.paidByHand(refund.id(), "staff:1", "现金已付，顾客签收"));
        shop.settle(refund, false);
        assertThat(shop.purse(member))
                .as("handed over is not on the card again")
                .isEqualTo(Purse.of(6_000, 600));
        assertThat(charge(refund).refunded()).isEqualTo(new Fen(4_000));
        assertThat(shop.in(() -> shop.refunds.due(10))).isEmpty();
    }

    @Test
    void whatWasPaidTooLateAndIsClosedThereGetsANewNumber() {
        var member = shop.member();
        var late = shop.opened(member, 100_000);
        shop.in(() -> {
            shop.charges.close(late.id());
            return true;
        });
        shop.cash(member, 450_000, 0, "cash");
        assertThat(shop.paid(late)).isEqualTo(Receipt.SENT_BACK);
        var first = shop.in(() -> shop.refunds.of(member)).get(0);

        shop.settle(first, false);
        assertThat(shop.in(() -> shop.refunds.waiting(10)))
                .extracting(Refund::id)
                .containsExactly(first.id());
        var second = shop.in(() -> shop.refunds.retry(first.id(), "staff:1", "微信已关闭，重新退"));

        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(shop.in(() -> shop.refunds.waiting(10))).isEmpty();
        shop.settle(second, true);
        assertThat(charge(second).state()).isEqualTo(Charge.State.REFUNDED);
    }

    @Test
    void twoHundredHandsDecideOnce() {
        var refund = shop.refund(shop.memberWhoCharged(10_000), 4_000).get(0);
        shop.stuck(refund);

        var done = shop.race(200, n -> shop.refunds.paidByHand(refund.id(), "staff:" + n, "现金"));

        assertThat(done).filteredOn(one -> one.equals("charge.not-stuck")).hasSize(199);
    }

    @Test
    void goesBackTheWayItCameTheNewestFirst() {
        var member = shop.member();
        shop.cash(member, 20_000, 0, "cash");
        shop.clock.advance(Duration.ofMinutes(1));
        var online = shop.opened(member, 10_000);
        shop.paid(online);

        var refunds = shop.refund(member, 15_000);

        assertThat(refunds).extracting(Refund::way).containsExactly(Way.ONLINE, Way.COUNTER);
        assertThat(refunds).extracting(refund -> refund.amount().value()).containsExactly(10_000L, 5_000L);
        assertThat(refunds.get(0).chargeNumber()).isEqualTo(online.number());
        assertThat(shop.in(() -> shop.refunds.due(10)))
                .extracting(Refund::id)
                .containsExactly(refunds.get(0).id());
        shop.settle(refunds.get(0), true);
        assertThat(charge(refunds.get(0)).state()).isEqualTo(Charge.State.REFUNDED);
    }

    @Test
    void isHandedOverAtTheCounterAfterAYear() {
        var member = shop.memberWhoCharged(10_000);
        shop.clock.advance(Duration.ofDays(361));
        assertThat(shop.refund(member, 10_000)).singleElement().satisfies(refund -> {
            assertThat(refund.way()).isEqualTo(Way.COUNTER);
            assertThat(refund.state()).isEqualTo(Refund.State.DONE);
        });
    }

    @Test
    void isNoMoreThanThePrincipalAndHasAReason() {
        var member = shop.memberWhoCharged(10_000);
        assertThatThrownBy(() -> shop.refund(member, 10_001)).hasMessage("charge.more-than-repayable");
        assertThatThrownBy(() -> shop.refund(member, 0)).hasMessage("charge.not-positive");
        assertThatThrownBy(() -> shop.in(() -> shop.refunds.ask(member, new Fen(1), "staff:7", " ")))
                .hasMessage("charge.bad-reason");
        assertThat(shop.purse(member)).isEqualTo(Purse.of(10_000, 1_000));
    }

    @Test
    void keepsItsRoomUnderTheCapWhileItMayStillFail() {
        var member = shop.member();
        shop.paid(shop.opened(member, 100_000));
        shop.cash(member, 400_000, 0, "rest");
        shop.clock.advance(Duration.ofMinutes(1));
        shop.paid(shop.opened(shop.member(), 10_000));
        var refunds = shop.refund(member, 500_000);
        assertThatThrownBy(() -> shop.cash(member, 400_001, 0, "again")).hasMessage("charge.over-cap");
        refunds.stream().filter(refund -> refund.way() == Way.ONLINE).forEach(refund -> shop.settle(refund, true));
        shop.cash(member, 500_000, 0, "again");
    }

    @Test
    void nobodyLeavesWhileMoneyIsOnItsWayOrOnTheCard() {
        var member = shop.memberWhoCharged(10_000);
        assertThatThrownBy(() -> leave(member)).hasMessage("balance.not-paid-back");
        var refund = shop.refund(member, 10_000).get(0);
        assertThatThrownBy(() -> leave(member)).hasMessage("charge.still-underway");
        shop.settle(refund, true);
        leave(member);
    }

    private void leave(io.shuke.member.membership.MemberId member) {
        shop.in(() -> {
            shop.members.deregister(member);
            return true;
        });
    }

    private Charge charge(Refund refund) {
        return shop.in(() -> shop.charges.charge(refund.member(), refund.charge() == null ? 0 : refund.charge()));
    }
}
