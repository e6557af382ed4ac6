package io.shuke.marketing.stamp;

import static io.shuke.marketing.stamp.CoffeeBar.COFFEE;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.Shop;
import io.shuke.marketing.ShopTest;
import io.shuke.member.ledger.Asset;
import io.shuke.member.membership.MemberId;
import io.shuke.member.purchase.Purchases;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ShopTest
class StampsIT {

    private static final int WIDE = 200;
    private static final StampReward EGG = new StampReward(5, "茶叶蛋", null);
    private static final StampReward BOWL = new StampReward(10, "牛肉面", null);

    @Autowired
    Shop shop;

    @Autowired
    CoffeeBar bar;

    @Autowired
    StampCards cards;

    @Autowired
    Stamps stamps;

    @Autowired
    Rewards rewards;

    @Autowired
    Purchases purchases;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void open() {
        shop.open();
    }

    @AfterEach
    void allAddsUp() {
        shop.ledgerAddsUp();
    }

    @Test
    void aDayIsStampedOnceHoweverOftenSomebodyComes() {
        var card = card(new Earning.PerVisit());
        var member = shop.member(0);

        bar.buy(member, 1);
        bar.buy(member, 1);
        shop.setDay(Shop.TODAY.plusDays(1));
        bar.buy(member, 1);

        assertThat(count(card, member)).isEqualTo(2);
    }

    @Test
    void everyPieceIsStampedAndTheFifthBringsAnEgg() {
        var card = card(COFFEE);
        var member = shop.member(0);

        bar.buy(member, 4);
        assertThat(ready(member)).isEmpty();
        bar.buy(member, 2);

        assertThat(count(card, member)).isEqualTo(6);
        assertThat(ready(member)).extracting(EarnedReward::text).containsExactly("茶叶蛋");
        assertThat(shop.in(() -> stamps.of(member)).get(0).onCard()).isEqualTo(6);
    }

    @Test
    void aStrangersBillIsNotStamped() {
        card(COFFEE);

        List<Stamps.Stamped> stamped = shop.in(() -> transaction.execute(
                status -> stamps.stamp(purchases.record(bar.coffee(null, 3)).bill())));

        assertThat(stamped).isEmpty();
    }

    @Test
    void aCardThatIsNoLongerGivenOutIsNotStamped() {
        var card = card(COFFEE);
        shop.in(() -> cards.change(card.id(), 1, card.terms(), false));
        var member = shop.member(0);

        bar.buy(member, 5);

        assertThat(count(card, member)).isZero();
    }

    @Test
    void whatGoesBackTakesItsStampsAndTheRewardTheyBrought() {
        var card = card(COFFEE);
        var member = shop.member(0);
        bar.buy(member, 4);
        var second = bar.buy(member, 2);

        bar.refund(second, 2);

        assertThat(count(card, member)).isEqualTo(4);
        assertThat(ready(member)).isEmpty();
        bar.buy(member, 1);
        assertThat(ready(member)).as("earned again").hasSize(1);
    }

    @Test
    void aRewardThatWasHandedOverIsWorkedOffAndNotEarnedTwice() {
        var card = card(COFFEE);
        var member = shop.member(0);
        var bill = bar.buy(member, 5);
        shop.in(() -> rewards.collect(ready(member).get(0).id(), "staff:7"));

        bar.refundAll(bill);
        bar.buy(member, 5);

        assertThat(count(card, member)).isEqualTo(5);
        assertThat(ready(member)).isEmpty();
    }

    @Test
    void aDayWhoseBillWentBackMayBeStampedForAnother() {
        var card = card(new Earning.PerVisit());
        var member = shop.member(0);

        bar.refundAll(bar.buy(member, 1));
        assertThat(count(card, member)).isZero();
        bar.buy(member, 1);

        assertThat(count(card, member)).isEqualTo(1);
    }

    @Test
    void twoHundredBillsAtOnceAreTwoHundredStamps() {
        var card = card(COFFEE);
        var member = shop.member(0);

        shop.race(WIDE, n -> bar.buyHere(member, 1));

        assertThat(count(card, member)).isEqualTo(WIDE);
        assertThat(ready(member)).as("an egg and a bowl for each ten").hasSize(WIDE / 5);
    }

    @Test
    void twoHundredBillsOfOneDayAreOneVisit() {
        var card = card(new Earning.PerVisit());
        var member = shop.member(0);

        var outcomes = shop.race(WIDE, n -> bar.buyHere(member, 1));

        assertThat(outcomes).containsOnly("ok");
        assertThat(count(card, member)).isEqualTo(1);
    }

    @Test
    void aRewardIsHandedOverOnce() {
        card(COFFEE);
        var member = shop.member(0);
        bar.buy(member, 5);
        var reward = ready(member).get(0).id();

        var outcomes = shop.race(WIDE, n -> rewards.collect(reward, "staff:" + n));

        assertThat(Collections.frequency(outcomes, "ok")).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, "stamp.already-collected")).isEqualTo(WIDE - 1);
    }

    @Test
    void aRewardIsEitherHandedOverOrWithdrawn() {
        var card = card(COFFEE);
        var member = shop.member(0);
        var bill = bar.buy(member, 5);
        var reward = ready(member).get(0).id();

        var outcomes = shop.race(2, n -> {
            if (n == 0) {
                rewards.collect(reward, "staff:7");
            } else {
                bar.refundHere(bill);
            }
        });

        assertThat(outcomes.get(1)).isEqualTo("ok");
        assertThat(count(card, member)).isZero();
        assertThat(shop.count("SELECT COUNT(*) FROM stamp_reward WHERE merchant_id = ? AND state = 'READY'"))
                .isZero();
    }

    private StampCard card(Earning earning) {
        return shop.in(() -> cards.add(new StampTerms("集章卡", earning, List.of(EGG, BOWL))));
    }

    private long count(StampCard card, MemberId member) {
        return shop.balance(member, Asset.stamps(card.id().value()));
    }

    private List<EarnedReward> ready(MemberId member) {
        return shop.in(() -> rewards.ready(member));
    }
}
