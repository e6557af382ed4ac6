package io.shuke.member.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.SettableClock;
import io.shuke.member.ShopTest;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.BillLine;
import io.shuke.member.purchase.Order;
import io.shuke.member.purchase.Purchases;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class PointsRulesIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    PointsRules rules;

    @Autowired
    TryOut tryOut;

    @Autowired
    Purchases purchases;

    @Autowired
    Ledger ledger;

    @Autowired
    Merchants merchants;

    @Autowired
    Jdbc jdbc;

    @Autowired
    Ids ids;

    @Autowired
    SettableClock clock;

    private MerchantId merchant = new MerchantId(1);

    @BeforeEach
    void open() {
        merchant = new MerchantId(ids.next());
        in(() -> {
            merchants.open(new Merchant(merchant, "早点铺", SHANGHAI));
            return true;
        });
    }

    private <T> T in(Supplier<T> work) {
        return jdbc.within(merchant, work);
    }

    private void buy(MemberId member, String number, String category, long fen, long points) {
        var lines = List.of(new BillLine("", "x", category, 1, new Fen(fen)));
        var order = new Order(1, Order.COUNTER, number);
        in(() -> purchases.record(Bill.of(purchases.nextId(), order, member, lines, clock.instant())
                .giving(1, points)));
    }

    private static PointsRules.Rules with(EarningRules earning) {
        return new PointsRules.Rules(earning, CashOffset.usual());
    }

    @Test
    void theUsualOnesHoldUntilSomebodyWritesHisOwn() {
        assertThat(in(rules::current)).isEqualTo(PointsRules.Rules.USUAL);
    }

    @Test
    void comeBackAsTheyWereSaved() {
        var windows = List.of(
                new Window(Window.Kind.BIRTHDAY_WEEK, 0, 200),
                new Window(Window.Kind.MONTH_DAY, 8, 300),
                new Window(Window.Kind.WEEKDAY, 3, 150));
        var saved = new PointsRules.Rules(
                new EarningRules(50, Map.of(2, 120), Map.of("烟", 0, "面", 200), Map.of(7L, 110), windows, 500L),
                new CashOffset(200, 30, new Fen(2000)));

        in(() -> {
            rules.change(PointsRules.Rules.USUAL);
            rules.change(saved);
            return true;
        });

        assertThat(in(rules::current)).isEqualTo(saved);
    }

    @Test
    void areTriedOnTheLastNinetyDays() {
        var one = new MemberId(ids.next());
        var other = new MemberId(ids.next());
        clock.advance(Duration.ofDays(-91));
        buy(one, "too-old", "面", 100_000, 1000);
        clock.reset();
        buy(one, "1", "面", 10_000, 100);
        buy(other, "2", "烟", 20_000, 200);
        var tried = new EarningRules(150, Map.of(), Map.of("烟", 0), Map.of(), List.of(), null);

        in(() -> ledger.post(
                Movement.earn(new MemberId(ids.next()), Asset.POINTS, 700, Reason.OPENING, new Reference("opening"))));
        var result = in(() -> tryOut.of(with(tried)));

        assertThat(result).isEqualTo(new TryOut.Result(2, true, 300, 150, -150, 150, 1, 1, 700, 700));
        assertThat(in(rules::current)).isEqualTo(PointsRules.Rules.USUAL);
    }

    @Test
    void aTryRespectsTheDailyCap() {
        var member = new MemberId(ids.next());
        buy(member, "1", "面", 10_000, 100);
        buy(member, "2", "面", 10_000, 100);
        var tried = new EarningRules(100, Map.of(), Map.of(), Map.of(), List.of(), 150L);

        assertThat(in(() -> tryOut.of(with(tried))).wouldGive()).isEqualTo(150);
    }

    @Test
    void manyBillsAtOnceAreRecordedOrNone() {
        var member = new MemberId(ids.next());
        var lines = List.of(new BillLine("", "x", "", 1, new Fen(100)));
        var bills = java.util.stream.IntStream.range(0, 50)
                .mapToObj(n -> Bill.of(
                        new io.shuke.member.purchase.BillId(ids.next()),
                        new Order(1, Order.COUNTER, "n" + n),
                        member,
                        lines,
                        clock.instant()))
                .toList();
        in(() -> {
            purchases.record(bills);
            return true;
        });

        assertThat(in(() -> purchases.trail(member, null, 100)).items()).hasSize(50);
        assertThatThrownBy(() -> in(() -> {
                    purchases.record(bills);
                    return true;
                }))
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
    }
}
