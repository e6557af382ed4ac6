package io.shuke.console.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.checkin.RewardPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanWordsTest {

    @Test
    void tellTheUsualPlan() {
        assertThat(PlanWords.of(RewardPlan.usual()))
                .containsExactly("每天签到得 5 积分", "连续签到 3 天：到店领取饮用水一瓶", "连续签到 7 天：5 元优惠券", "每月可补签 3 次，每次 10 积分");
    }

    @Test
    void tellAPlanThatGivesNothing() {
        assertThat(PlanWords.of(new RewardPlan(0, List.of(), 0, 0))).containsExactly("每天签到不送积分", "漏签不能补签");
    }
}
