package io.shuke.marketing.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StampTermsTest {

    private static final StampReward EGG = new StampReward(5, "茶叶蛋", null);
    private static final StampReward BOWL = new StampReward(10, "牛肉面", null);
    private static final StampReward DINNER = new StampReward(20, "双人套餐", null);
    private static final StampTerms CARD = new StampTerms("面馆集章卡", new Earning.PerVisit(), List.of(DINNER, EGG, BOWL));

    @Test
    void theFifthStampBringsTheFirstReward() {
        assertThat(CARD.reachedBetween(3, 4)).isEmpty();
        assertThat(CARD.reachedBetween(4, 5)).containsExactly(new StampTerms.Reached(0, EGG));
        assertThat(CARD.reachedBetween(5, 6)).isEmpty();
    }

    @Test
    void manyStampsAtOnceBringEverythingInBetween() {
        assertThat(CARD.reachedBetween(0, 10))
                .containsExactly(new StampTerms.Reached(0, EGG), new StampTerms.Reached(0, BOWL));
    }

    @Test
    void startsOverAfterTheLastReward() {
        assertThat(CARD.reachedBetween(18, 25))
                .containsExactly(new StampTerms.Reached(0, DINNER), new StampTerms.Reached(1, EGG));
    }

    @Test
    void backwardsNothingIsReached() {
        assertThat(CARD.reachedBetween(10, 4)).isEmpty();
    }

    @Test
    void belowZeroNothingIsReached() {
        assertThat(CARD.reachedBetween(-3, 2)).isEmpty();
        assertThat(CARD.reachedBetween(-3, 5)).containsExactly(new StampTerms.Reached(0, EGG));
    }

    @Test
    void aFullCardIsShownFullUntilTheNextStamp() {
        assertThat(CARD.onCard(0)).isZero();
        assertThat(CARD.onCard(-1)).isZero();
        assertThat(CARD.onCard(20)).isEqualTo(20);
        assertThat(CARD.onCard(21)).isEqualTo(1);
    }

    @Test
    void hasRewardsInTheirOrder() {
        assertThat(CARD.rewards()).containsExactly(EGG, BOWL, DINNER);
    }

    @Test
    void cannotBeDescribedInAnImpossibleWay() {
        var visit = new Earning.PerVisit();

        assertThatThrownBy(() -> new StampTerms("卡", visit, List.of())).isInstanceOf(StampRefusal.class);
        assertThatThrownBy(() -> new StampTerms("卡", visit, List.of(EGG, EGG))).isInstanceOf(StampRefusal.class);
        assertThatThrownBy(() -> new StampTerms(" ", visit, List.of(EGG))).isInstanceOf(StampRefusal.class);
        assertThatThrownBy(() -> new StampReward(0, "蛋", null)).isInstanceOf(StampRefusal.class);
        assertThatThrownBy(() -> new StampReward(101, "蛋", null)).isInstanceOf(StampRefusal.class);
        assertThatThrownBy(() -> new Earning.PerPiece(List.of())).isInstanceOf(StampRefusal.class);
    }
}
