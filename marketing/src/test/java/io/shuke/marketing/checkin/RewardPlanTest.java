package io.shuke.marketing.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.marketing.checkin.RewardPlan.Step;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RewardPlanTest {

    private final RewardPlan usual = RewardPlan.usual();

    @Test
    void bringsWaterAfterThreeDaysAndACouponAfterSeven() {
        assertThat(usual.reachedAt(3)).extracting(step -> step.reward().kind()).containsExactly(Reward.Kind.GIFT);
        assertThat(usual.reachedAt(7)).extracting(step -> step.reward().kind()).containsExactly(Reward.Kind.COUPON);
    }

    @Test
    void startsOverAfterItsLongestStep() {
        var brings = IntStream.rangeClosed(1, 21)
                .filter(streak -> !usual.reachedAt(streak).isEmpty());
        assertThat(brings).containsExactly(3, 7, 10, 14, 17, 21);
    }

    @Test
    void withoutStepsPaysOnlyTheDay() {
        var plain = new RewardPlan(5, List.of(), 0, 0);
        assertThat(plain.reachedAt(100)).isEmpty();
    }

    @Test
    void refusesTwoStepsAtTheSameStreak() {
        var step = new Step(3, new Reward(Reward.Kind.GIFT, "水", 0));
        assertThatThrownBy(() -> new RewardPlan(5, List.of(step, step), 0, 0))
                .isInstanceOf(CheckInRefusal.class)
                .hasMessage("check-in.plan-impossible");
    }

    @Test
    void refusesPointsThatAreNoNumberOfPoints() {
        assertThatThrownBy(() -> new RewardPlan(-1, List.of(), 0, 0)).isInstanceOf(CheckInRefusal.class);
        assertThatThrownBy(() -> new Reward(Reward.Kind.POINTS, "零分", 0)).isInstanceOf(CheckInRefusal.class);
        assertThatThrownBy(() -> new Reward(Reward.Kind.GIFT, " ", 0)).isInstanceOf(CheckInRefusal.class);
    }
}
