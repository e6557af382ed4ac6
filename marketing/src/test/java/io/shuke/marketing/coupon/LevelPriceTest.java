package io.shuke.marketing.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelPriceTest {

    private static final LevelPrice GOLD = new LevelPrice("金卡", 90);
    private static final LevelPrice PASS = new LevelPrice("全年8折卡", 80);

    @Test
    void theBetterCountsAndSaysSo() {
        assertThat(GOLD.or(PASS).payPercent()).isEqualTo(80);
        assertThat(GOLD.or(PASS).words()).isEqualTo("全年8折卡 8 折（比金卡 9 折优惠，两者不叠加）");
        assertThat(PASS.or(GOLD)).isEqualTo(GOLD.or(PASS));
    }

    @Test
    void aFullPriceIsNothingToCompareWith() {
        assertThat(new LevelPrice("普通会员", 100).or(PASS).words()).isEqualTo("全年8折卡 8 折");
    }

    @Test
    void ofEqualOnesTheLevelCounts() {
        assertThat(new LevelPrice("铂金", 80).or(PASS).words()).isEqualTo("铂金 8 折");
    }
}
