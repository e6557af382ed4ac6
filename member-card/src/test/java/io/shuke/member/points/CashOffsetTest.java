package io.shuke.member.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ground.Fen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CashOffsetTest {

    private static final CashOffset USUAL = CashOffset.usual();
    private static final CashOffset DEAR = new CashOffset(300, 100, new Fen(5000));

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "100,100", "250,250", "-5,0"})
    void aHundredPointsAreAYuan(long points, long fen) {
        assertThat(USUAL.worthFen(points)).isEqualTo(fen);
    }

    @Test
    void partsOfAFenAreNotPaid() {
        assertThat(DEAR.worthFen(299)).isEqualTo(99);
        assertThat(DEAR.worthFen(2)).isZero();
    }

    @Test
    void theShareOfTheBillLimits() {
        assertThat(USUAL.most(new Fen(3000), 10_000)).isEqualTo(1500);
        assertThat(USUAL.most(new Fen(3001), 10_000)).isEqualTo(1500);
    }

    @Test
    void theAbsoluteCapLimits() {
        assertThat(USUAL.most(new Fen(100_000), 1_000_000)).isEqualTo(5000);
    }

    @Test
    void theBalanceLimits() {
        assertThat(USUAL.most(new Fen(3000), 40)).isEqualTo(40);
        assertThat(USUAL.most(new Fen(3000), 0)).isZero();
        assertThat(USUAL.most(new Fen(3000), -40)).isZero();
    }

    @Test
    void takesNoPointThatPaysNothing() {
        assertThat(DEAR.most(new Fen(3000), 299)).isEqualTo(297);
        assertThat(DEAR.pay(297, new Fen(3000))).isEqualTo(new Fen(99));
    }

    @Test
    void refusesMoreThanTheBillTakes() {
        assertThat(USUAL.pay(1500, new Fen(3000))).isEqualTo(new Fen(1500));
        assertThatThrownBy(() -> USUAL.pay(1501, new Fen(3000))).hasMessage("points.offset-too-much");
        assertThatThrownBy(() -> USUAL.pay(5001, new Fen(1_000_000))).hasMessage("points.offset-too-much");
    }

    @Test
    void refusesWhatPaysNothing() {
        assertThatThrownBy(() -> USUAL.pay(0, new Fen(3000))).hasMessage("points.offset-impossible");
        assertThatThrownBy(() -> USUAL.pay(-100, new Fen(3000))).hasMessage("points.offset-impossible");
        var none = new CashOffset(0, 50, new Fen(5000));
        assertThat(none.most(new Fen(3000), 100)).isZero();
        assertThatThrownBy(() -> none.pay(100, new Fen(3000))).hasMessage("points.offset-impossible");
    }

    @Test
    void mustMakeSense() {
        assertThatThrownBy(() -> new CashOffset(-1, 50, new Fen(1))).hasMessage("points.rules-impossible");
        assertThatThrownBy(() -> new CashOffset(10_001, 50, new Fen(1))).hasMessage("points.rules-impossible");
        assertThatThrownBy(() -> new CashOffset(100, 0, new Fen(1))).hasMessage("points.rules-impossible");
        assertThatThrownBy(() -> new CashOffset(100, 101, new Fen(1))).hasMessage("points.rules-impossible");
        assertThatThrownBy(() -> new CashOffset(100, 50, Fen.NONE)).hasMessage("points.rules-impossible");
    }
}
