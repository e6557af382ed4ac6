package io.shuke.marketing.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.Shop;
import io.shuke.marketing.ShopTest;
import io.shuke.member.ground.Fen;
import io.shuke.member.ledger.Reference;
import io.shuke.member.membership.MemberId;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class PassesIT {

    private static final int WIDE = 200;
    private static final PassTerms MONTH = new PassTerms("月卡", new PassBenefit.Daily("牛肉面一碗", 1), 30, new Fen(19_900));
    private static final PassTerms EIGHTY = new PassTerms("全年8折卡", new PassBenefit.Discount(80), 365, new Fen(9_900));

    @Autowired
    Shop shop;

    @Autowired
    PassProducts products;

    @Autowired
    Passes passes;

    private final AtomicInteger sales = new AtomicInteger();

    @BeforeEach
    void open() {
        shop.open();
    }

    @AfterEach
    void allAddsUp() {
        shop.ledgerAddsUp();
    }

    @Test
    void aMonthsPassGivesOneBowlADay() {
        var member = shop.member(0);
        var pass = sold(member, MONTH);

        var held = shop.in(() -> passes.use(pass.id(), "staff:7", null));

        assertThat(held.left()).isEqualTo(29);
        assertThat(shop.refusal(() -> passes.use(pass.id(), "staff:7", null))).isEqualTo("pass.used-today");
        shop.setDay(Shop.TODAY.plusDays(1));
        assertThat(shop.in(() -> passes.of(member)).get(0).leftToday()).isEqualTo(1);
        assertThat(shop.in(() -> passes.use(pass.id(), "staff:7", null)).left()).isEqualTo(28);
    }

    @Test
    void isOverAfterItsLastDay() {
        var member = shop.member(0);
        var pass = sold(member, MONTH);

        shop.setDay(Shop.TODAY.plusDays(29));
        shop.in(() -> passes.use(pass.id(), "staff:7", null));
        shop.setDay(Shop.TODAY.plusDays(30));

        assertThat(shop.refusal(() -> passes.use(pass.id(), "staff:7", null))).isEqualTo("pass.over");
        assertThat(shop.in(() -> passes.of(member))).isEmpty();
    }

    @Test
    void theBestDiscountCounts() {
        var member = shop.member(0);
        assertThat(shop.in(() -> passes.discount(member, Shop.TODAY))).isEmpty();

        sold(member, EIGHTY);
        sold(member, new PassTerms("9折卡", new PassBenefit.Discount(90), 30, new Fen(900)));

        assertThat(shop.in(() -> passes.discount(member, Shop.TODAY)))
                .map(Pass::title)
                .hasValue("全年8折卡");
        assertThat(shop.in(() -> passes.discount(member, Shop.TODAY.plusDays(365))))
                .as("over")
                .isEmpty();
    }

    @Test
    void aDiscountDoesNotBecomeSomethingElse() {
        var product = shop.in(() -> products.add(EIGHTY));

        assertThat(shop.refusal(() -> products.change(product.id(), 1, MONTH, true)))
                .isEqualTo("pass.impossible");
    }

    @Test
    void whatIsTakenBackCannotBeUsed() {
        var member = shop.member(0);
        var pass = sold(member, MONTH);
        shop.in(() -> passes.use(pass.id(), "staff:7", null));

        shop.in(() -> passes.takeBack(pass.id(), "staff:7"));
        shop.in(() -> passes.takeBack(pass.id(), "staff:7"));

        shop.setDay(Shop.TODAY.plusDays(1));
        assertThat(shop.refusal(() -> passes.use(pass.id(), "staff:7", null))).isEqualTo("pass.taken-back");
    }

    @Test
    void whatIsNoLongerSoldIsNotSold() {
        var member = shop.member(0);
        var product = shop.in(() -> products.add(MONTH));
        shop.in(() -> products.change(product.id(), 1, MONTH, false));

        assertThat(shop.refusal(() -> passes.sell(member, product.id(), new Reference("counter:1"), "staff:7")))
                .isEqualTo("pass.not-sold");
        assertThat(shop.refusal(() -> products.change(product.id(), 1, MONTH, true)))
                .isEqualTo("pass.changed-meanwhile");
    }

    @Test
    void twoHundredUsesOfOneDayAreOne() {
        var pass = sold(shop.member(0), MONTH);

        var outcomes = shop.race(WIDE, n -> passes.use(pass.id(), "staff:" + n, null));

        assertThat(Collections.frequency(outcomes, "ok")).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, "pass.used-today")).isEqualTo(WIDE - 1);
    }

    @Test
    void twoHundredTapsOnOneSaleSellOne() {
        var member = shop.member(0);
        var product = shop.in(() -> products.add(MONTH)).id();

        var outcomes = shop.race(WIDE, n -> passes.sell(member, product, new Reference("counter:one-sale"), "staff:7"));

        assertThat(outcomes).containsOnly("ok");
        assertThat(shop.in(() -> passes.of(member))).hasSize(1);
    }

    @Test
    void aUseThatIsAskedForAgainIsTheSameUse() {
        var thrice = new PassTerms("月卡", new PassBenefit.Daily("豆浆", 3), 30, new Fen(9_900));
        var pass = sold(shop.member(0), thrice);

        var outcomes = shop.race(WIDE, n -> passes.use(pass.id(), "staff:7", "one-key"));

        assertThat(outcomes).containsOnly("ok");
        assertThat(shop.in(() -> passes.use(pass.id(), "staff:7", "another")).leftToday())
                .isEqualTo(1);
    }

    private Pass sold(MemberId member, PassTerms terms) {
        var sale = new Reference("counter:" + sales.incrementAndGet());
        return shop.in(() -> passes.sell(member, products.add(terms).id(), sale, "staff:7"));
    }
}
