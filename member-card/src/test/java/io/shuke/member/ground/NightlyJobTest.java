package io.shuke.member.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class NightlyJobTest {

    private static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    private final NightlyJob job = new NightlyJob("points.expiry", LocalTime.of(0, 5), day -> 0);

    @Test
    void isDueFromItsTimeOnInTheShopsZone() {
        assertThat(job.due(DAY.atTime(0, 5).atZone(SHOP).toInstant(), SHOP)).isEqualTo(DAY);
        assertThat(job.due(DAY.atTime(23, 59).atZone(SHOP).toInstant(), SHOP)).isEqualTo(DAY);
    }

    @Test
    void isYesterdaysUntilThen() {
        assertThat(job.due(DAY.atTime(0, 4, 59).atZone(SHOP).toInstant(), SHOP)).isEqualTo(DAY.minusDays(1));
    }

    @Test
    void needsANameThatCanBeKept() {
        assertThatThrownBy(() -> new NightlyJob("Points Expiry", LocalTime.NOON, day -> 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
