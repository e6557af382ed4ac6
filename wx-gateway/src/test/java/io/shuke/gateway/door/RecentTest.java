package io.shuke.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {

    private final Recent<Integer, String> recent = new Recent<>(100);

    @Test
    void neverHoldsMoreThanItMay() {
        for (int key = 0; key < 1_000; key++) {
            recent.put(key, "x");
            assertThat(recent.size()).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void keepsWhoComesOftenAndForgetsTheRest() {
        for (int key = 0; key < 1_000; key++) {
            recent.put(key, "x");
            if (key >= 7) {
                assertThat(recent.get(7)).as("after %s", key).isEqualTo("x");
            }
        }

        assertThat(recent.get(8)).isNull();
        assertThat(recent.get(999)).isEqualTo("x");
    }
}
