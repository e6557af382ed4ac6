package io.shuke.marketing.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.BillId;
import io.shuke.member.purchase.BillLine;
import io.shuke.member.purchase.Order;
import io.shuke.member.purchase.Refund;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarningTest {

    private static final Earning.PerPiece COFFEE = new Earning.PerPiece(List.of("latte", "咖啡"));

    @Test
    void aVisitIsWorthOneWhateverWasBought() {
        assertThat(new Earning.PerVisit().stampsFor(bill(3850))).isEqualTo(1);
    }

    @Test
    void aBillIsWorthOneFromItsLeastAmountOn() {
        var from20 = new Earning.PerBill(new Fen(2000));

        assertThat(from20.stampsFor(bill(1999))).isZero();
        assertThat(from20.stampsFor(bill(2000))).isEqualTo(1);
    }

    @Test
    void aBillIsNoLongerWorthItsStampWhenTooLittleIsLeft() {
        var from20 = new Earning.PerBill(new Fen(2000));

        assertThat(from20.takenBackBy(bill(3000), List.of(), new Fen(2000))).isZero();
        assertThat(from20.takenBackBy(bill(3000), List.of(), new Fen(1999))).isEqualTo(1);
        assertThat(from20.takenBackBy(bill(1500), List.of(), new Fen(0)))
                .as("it never earned one")
                .isZero();
    }

    @Test
    void everyPieceOfTheGoodsIsWorthOne() {
        assertThat(COFFEE.stampsFor(drinks())).isEqualTo(2 + 1);
    }

    @Test
    void everyPieceThatComesBackTakesItsStampAlong() {
        assertThat(COFFEE.takenBackBy(drinks(), List.of(new Refund.Item(1, 1)), new Fen(0)))
                .isEqualTo(1);
        assertThat(COFFEE.takenBackBy(drinks(), List.of(new Refund.Item(3, 4)), new Fen(0)))
                .as("tea was never stamped")
                .isZero();
    }

    private static Bill bill(long fen) {
        return bill(List.of(new BillLine("beef", "牛肉面", "面", 1, new Fen(fen))));
    }

    private static Bill drinks() {
        return bill(List.of(
                new BillLine("latte", "拿铁", "饮品", 2, new Fen(3600)),
                new BillLine("mocha", "摩卡", "咖啡", 1, new Fen(2000)),
                new BillLine("tea", "红茶", "茶", 4, new Fen(4000))));
    }

    private static Bill bill(List<BillLine> lines) {
        var order = new Order(1, Order.COUNTER, "20261125-1");
        return Bill.of(new BillId(1), order, new MemberId(1), lines, Instant.EPOCH);
    }
}
