package io.shuke.member.purchase;

import static io.shuke.member.purchase.BillTest.bill;
import static io.shuke.member.purchase.BillTest.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ground.Fen;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefundingTest {

    private static final Bill BREAKFAST =
            bill(line("豆浆", 3, 1000), line("茶叶蛋", 1, 200)).paying(new Fen(1000));

    private static Refunding untouched(Bill bill) {
        return new Refunding(bill, 0, false, Map.of());
    }

    private static Refund refund(@Nullable Fen amount, Refund.Item... items) {
        return new Refund(new BillId(1), "r-1", List.of(items), amount, Instant.EPOCH);
    }

    @Test
    void givesAllThatIsLeftWhenNothingElseIsSaid() {
        var refunding = new Refunding(BREAKFAST, 300, false, Map.of());

        assertThat(refunding.amountOf(refund(null))).isEqualTo(new Fen(700));
        assertThat(refunding.endsWith(refund(null), new Fen(700))).isTrue();
    }

    @Test
    void goodsAreWorthWhatWasPaidForThem() {
        assertThat(untouched(BREAKFAST).amountOf(refund(null, new Refund.Item(2, 1))))
                .isEqualTo(new Fen(167));
    }

    @Test
    void pieceByPieceComesToTheSameAsAllAtOnce() {
        var returned = new HashMap<Integer, Integer>();
        long sum = 0;
        for (var item : List.of(1, 2, 1, 1)) {
            var refunding = new Refunding(BREAKFAST, sum, false, Map.copyOf(returned));
            sum += refunding.amountOf(refund(null, new Refund.Item(item, 1))).value();
            returned.merge(item, 1, Integer::sum);
        }
        assertThat(sum).isEqualTo(1000);
    }

    @Test
    void refusesMoreThanWasPaid() {
        var refunding = new Refunding(BREAKFAST, 300, false, Map.of());

        assertThatThrownBy(() -> refunding.amountOf(refund(new Fen(701)))).hasMessage("purchase.more-than-paid");
        assertThat(refunding.amountOf(refund(new Fen(700)))).isEqualTo(new Fen(700));
    }

    @Test
    void refusesMorePiecesThanWereBought() {
        var refunding = new Refunding(BREAKFAST, 300, false, Map.of(1, 2));

        assertThatThrownBy(() -> refunding.amountOf(refund(null, new Refund.Item(1, 2))))
                .hasMessage("purchase.more-than-bought");
        assertThatThrownBy(() -> refunding.amountOf(refund(null, new Refund.Item(3, 1))))
                .hasMessage("purchase.no-such-line");
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> untouched(BREAKFAST).amountOf(refund(Fen.NONE)))
                .hasMessage("purchase.refund-not-positive");
        assertThatThrownBy(() -> refund(new Fen(-1))).hasMessage("purchase.refund-not-positive");
        assertThatThrownBy(() -> new Refund.Item(1, 0)).hasMessage("purchase.refund-not-positive");
        assertThatThrownBy(() -> new Refund.Item(0, 1)).hasMessage("purchase.no-such-line");
    }

    @Test
    void refusesTheSameLineTwice() {
        assertThatThrownBy(() -> refund(null, new Refund.Item(1, 1), new Refund.Item(1, 1)))
                .hasMessage("purchase.bad-line");
    }

    @Test
    void nothingComesAfterTheWhole() {
        var refunding = new Refunding(BREAKFAST, 1000, true, Map.of());

        assertThatThrownBy(() -> refunding.amountOf(refund(null))).hasMessage("purchase.refunded-already");
    }

    @Test
    void aBillThatCostNothingIsTakenBackWithNothing() {
        var free = untouched(BREAKFAST.paying(Fen.NONE));
        var whole = refund(null);
        var part = refund(null, new Refund.Item(1, 1));

        assertThat(free.amountOf(whole)).isEqualTo(Fen.NONE);
        assertThat(free.endsWith(whole, Fen.NONE)).isTrue();
        assertThat(free.endsWith(part, Fen.NONE)).isFalse();
    }

    @Test
    void aPartIsNotTheEnd() {
        var refund = refund(new Fen(999));
        assertThat(untouched(BREAKFAST).endsWith(refund, new Fen(999))).isFalse();
    }
}
