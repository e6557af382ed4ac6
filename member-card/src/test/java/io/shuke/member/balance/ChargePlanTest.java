package io.shuke.member.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.balance.ChargePlan.Offer;
import io.shuke.member.ground.Fen;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargePlanTest {

    private static final ChargePlan PLAN = new ChargePlan(
            List.of(new Offer(new Fen(30_000), new Fen(5_000), 90), new Offer(new Fen(10_000), new Fen(1_000), 0)),
            new Fen(2_000));

    @ParameterizedTest
    @CsvSource({"9999, 0", "10000, 1000", "29999, 1000", "30000, 5000", "500000, 5000"})
    void givesWhatTheLargestOfferReachedGives(long paid, long gift) {
        assertThat(PLAN.giftFor(new Fen(paid))).isEqualTo(new Fen(gift));
    }

    @Test
    void standsInOrderOfAmount() {
        assertThat(PLAN.offers()).extracting(offer -> offer.pay().value()).containsExactly(10_000L, 30_000L);
    }

    @Test
    void givesNothingWithoutOffers() {
        assertThat(ChargePlan.none().giftFor(new Fen(500_000))).isEqualTo(Fen.NONE);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "-1, 0, 0", "500001, 0, 0", "100, 101, 0", "100, -1, 0", "100, 0, -1", "100, 0, 3651"})
    void refusesWhatNoShopMayOffer(long pay, long gift, int days) {
        assertThatThrownBy(() -> new Offer(new Fen(pay), new Fen(gift), days)).hasMessage("charge.plan-impossible");
    }

    @Test
    void refusesTheSameAmountTwiceAndTooMany() {
        var twice = List.of(new Offer(new Fen(100), Fen.NONE, 0), new Offer(new Fen(100), new Fen(1), 0));
        assertThatThrownBy(() -> new ChargePlan(twice, Fen.NONE)).hasMessage("charge.plan-impossible");
        var nine = IntStream.rangeClosed(1, 9)
                .mapToObj(pay -> new Offer(new Fen(pay), Fen.NONE, 0))
                .toList();
        assertThatThrownBy(() -> new ChargePlan(nine, Fen.NONE)).hasMessage("charge.plan-impossible");
        assertThatThrownBy(() -> new ChargePlan(List.of(), new Fen(100_001))).hasMessage("charge.plan-impossible");
    }
}
