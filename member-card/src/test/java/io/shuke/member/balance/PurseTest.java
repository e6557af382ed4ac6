package io.shuke.member.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ground.Fen;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurseTest {

    @ParameterizedTest
    @CsvSource({
        // principal, gift, amount, of principal, of gift
        "10000, 1000, 5500, 5000, 500",
        "10000, 1000, 11000, 10000, 1000",
        "10000, 0, 777, 777, 0",
        "0, 1000, 777, 0, 777",
        "10000, 1000, 1, 1, 0",
        "10000, 1000, 10, 10, 0",
        "10000, 1000, 11, 10, 1",
        "1, 1, 1, 1, 0",
        "1, 1, 2, 1, 1",
        "3, 7, 3, 1, 2",
        "-500, 2000, 1500, 0, 1500",
        "2000, -500, 1500, 1500, 0"
    })
    void spendsInProportion(long principal, long gift, long amount, long ofPrincipal, long ofGift) {
        assertThat(Purse.of(principal, gift).spend(new Fen(amount))).isEqualTo(Share.of(ofPrincipal, ofGift));
    }

    @Test
    void neverTakesMoreOfOneThanThereIs() {
        for (int principal = 0; principal <= 40; principal++) {
            for (int gift = 0; gift <= 40; gift++) {
                for (int amount = 1; amount <= principal + gift; amount++) {
                    var share = Purse.of(principal, gift).spend(new Fen(amount));
                    assertThat(share.total().value()).isEqualTo(amount);
                    assertThat(share.principal().value()).isLessThanOrEqualTo(principal);
                    assertThat(share.gift().value()).isLessThanOrEqualTo(gift);
                }
            }
        }
    }

    @Test
    void isEmptyAfterAllIsSpentInWhateverSteps() {
        var random = new SplittableRandom(7);
        for (int round = 0; round < 2_000; round++) {
            long principal = random.nextLong(0, 500_001);
            long gift = random.nextLong(0, 500_001);
            while (principal + gift > 0) {
                var amount = random.nextLong(1, principal + gift + 1);
                var share = Purse.of(principal, gift).spend(new Fen(amount));
                principal -= share.principal().value();
                gift -= share.gift().value();
                assertThat(principal).isNotNegative();
                assertThat(gift).isNotNegative();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 10, 111", "0, 0, 1", "-50, 20, 1", "100, -100, 1", "-10, 30, 21"})
    void refusesMoreThanThereIs(long principal, long gift, long amount) {
        assertThatThrownBy(() -> Purse.of(principal, gift).spend(new Fen(amount)))
                .isInstanceOf(ChargeRefusal.class)
                .hasMessage("balance.insufficient");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -500_000})
    void refusesNothingAndLess(long amount) {
        assertThatThrownBy(() -> Purse.of(100, 0).spend(new Fen(amount))).hasMessage("charge.not-positive");
        assertThatThrownBy(() -> Purse.of(100, 0).repay(new Fen(amount))).hasMessage("charge.not-positive");
    }

    @ParameterizedTest
    @CsvSource({
        // principal, gift, paid back, gift withdrawn
        "10000, 1000, 10000, 1000",
        "10000, 1000, 5000, 500",
        "10000, 1000, 1, 1",
        "10000, 1000, 9999, 1000",
        "5000, 0, 5000, 0",
        "5000, -100, 4900, 0",
        "3, 7, 1, 3"
    })
    void withdrawsTheGiftThatBelongsToIt(long principal, long gift, long back, long withdrawn) {
        assertThat(Purse.of(principal, gift).repay(new Fen(back))).isEqualTo(Share.of(back, withdrawn));
    }

    @Test
    void neverWithdrawsMoreGiftThanThereIs() {
        for (int principal = 1; principal <= 40; principal++) {
            for (int gift = 0; gift <= 40; gift++) {
                for (int back = 1; back <= principal; back++) {
                    assertThat(Purse.of(principal, gift)
                                    .repay(new Fen(back))
                                    .gift()
                                    .value())
                            .isLessThanOrEqualTo(gift);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 10, 101", "0, 500, 1", "-1, 500, 1", "100, -40, 61"})
    void paysBackNoMoreThanThePrincipal(long principal, long gift, long back) {
        assertThatThrownBy(() -> Purse.of(principal, gift).repay(new Fen(back)))
                .hasMessage("charge.more-than-repayable");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 500000", "499999, 0, 1", "500000, 0, 0", "600000, 0, 0", "0, 500000, 0", "100000, 150000, 250000"
    })
    void hasRoomUpToTheCap(long principal, long reserved, long room) {
        assertThat(Purse.of(principal, 77).room(new Fen(reserved))).isEqualTo(new Fen(room));
    }
}
