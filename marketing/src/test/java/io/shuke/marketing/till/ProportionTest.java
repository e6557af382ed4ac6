package io.shuke.marketing.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProportionTest {

    @Test
    void partsComeToTheWholeHoweverOftenABillIsRefunded() {
        var random = new SplittableRandom(20261125);
        for (int round = 0; round < 2_000; round++) {
            var paid = 1 + random.nextLong(100_000);
            var points = random.nextLong(5_000);
            long before = 0;
            long back = 0;
            while (before < paid) {
                var after = before + 1 + random.nextLong(paid - before);
                var part = new Proportion(before, after, paid).part(points);
                assertThat(part).isNotNegative();
                back += part;
                before = after;
            }
            assertThat(back).as("%d of %d", points, paid).isEqualTo(points);
        }
    }

    @Test
    void aBillThatCostNothingGoesBackAsAWhole() {
        assertThat(new Proportion(0, 0, 0).part(30)).isEqualTo(30);
    }

    @Test
    void neverMoreThanCame() {
        assertThatThrownBy(() -> new Proportion(0, 101, 100)).isInstanceOf(IllegalArgumentException.class);
    }
}
