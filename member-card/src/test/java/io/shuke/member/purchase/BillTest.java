package io.shuke.member.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ground.Fen;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final Order ORDER = new Order(1, Order.COUNTER, "20261122-1");

    static BillLine line(String name, int quantity, long fen) {
        return new BillLine("", name, "", quantity, new Fen(fen));
    }

    static Bill bill(BillLine... lines) {
        return Bill.of(new BillId(1), ORDER, null, List.of(lines), NOW);
    }

    @Test
    void sumsItsLines() {
        assertThat(bill(line("豆浆", 1, 300), line("茶叶蛋", 2, 400)).gross()).isEqualTo(new Fen(700));
    }

    @Test
    void tellsItsDiscount() {
        assertThat(bill(line("牛肉面", 1, 2800)).paying(new Fen(2520)).discount()).isEqualTo(new Fen(280));
    }

    @Test
    void sharesTheDiscountToTheLastFen() {
        var bill = bill(line("a", 1, 333), line("b", 1, 333), line("c", 1, 334)).paying(new Fen(100));

        assertThat(bill.shares()).containsExactly(new Fen(33), new Fen(33), new Fen(34));
    }

    @Test
    void sharesAlwaysAddUpToWhatWasPaid() {
        var seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 1000; round++) {
            var lines = random.ints(1 + random.nextInt(8), 1, 100_000)
                    .mapToObj(fen -> line("x", 1, fen))
                    .toArray(BillLine[]::new);
            var whole = bill(lines);
            var bill = whole.paying(new Fen(random.nextLong(whole.gross().value() + 1)));

            assertThat(bill.shares().stream().mapToLong(Fen::value).sum())
                    .as("seed %d", seed)
                    .isEqualTo(bill.paid().value());
            assertThat(bill.shares()).allMatch(share -> share.value() >= 0);
        }
    }

    @Test
    void ofNothingIsNone() {
        assertThatThrownBy(() -> bill(line("赠品", 1, 0))).hasMessage("purchase.not-positive");
        assertThatThrownBy(() -> bill()).hasMessage("purchase.not-positive");
    }

    @Test
    void isAtMostAMillionYuan() {
        assertThatThrownBy(() -> bill(line("金条", 1, 100_000_001L))).hasMessage("purchase.too-much");
        assertThat(bill(line("金条", 1, 100_000_000L)).gross()).isEqualTo(new Fen(100_000_000L));
    }

    @Test
    void hasAtMostTwoHundredLines() {
        var many = Collections.nCopies(201, line("豆浆", 1, 1));
        assertThatThrownBy(() -> bill(many.toArray(BillLine[]::new))).hasMessage("purchase.too-many-lines");
    }

    @Test
    void isNeitherPaidNegativelyNorBeyondItsSum() {
        var bill = bill(line("豆浆", 1, 300));
        assertThatThrownBy(() -> bill.paying(new Fen(-1))).hasMessage("purchase.paid-out-of-bounds");
        assertThatThrownBy(() -> bill.paying(new Fen(301))).hasMessage("purchase.paid-out-of-bounds");
    }

    @Test
    void mustAddUp() {
        var lines = List.of(line("豆浆", 1, 300));
        assertThatThrownBy(() -> new Bill(new BillId(1), ORDER, null, lines, new Fen(299), new Fen(299), 0, 0, NOW))
                .hasMessage("purchase.lines-do-not-add-up");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "订单", "0123456789012345678901234567890123456789012345678901234567890123456789"})
    void refusesAnOrderNumberThatIsNone(String number) {
        assertThatThrownBy(() -> new Order(1, Order.COUNTER, number)).hasMessage("purchase.bad-order-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "STORE", "a_b", "门店", "123456789012345678901"})
    void refusesAChannelThatIsNone(String channel) {
        assertThatThrownBy(() -> new Order(1, channel, "1")).hasMessage("purchase.bad-channel");
    }

    @Test
    void refusesLinesThatCannotBe() {
        assertThatThrownBy(() -> line("", 1, 1)).hasMessage("purchase.bad-line");
        assertThatThrownBy(() -> line("豆浆", 0, 1)).hasMessage("purchase.bad-line");
        assertThatThrownBy(() -> line("豆浆", -1, 1)).hasMessage("purchase.bad-line");
        assertThatThrownBy(() -> line("豆浆", 10_001, 1)).hasMessage("purchase.bad-line");
        assertThatThrownBy(() -> line("豆浆", 1, -1)).hasMessage("purchase.bad-line");
    }
}
