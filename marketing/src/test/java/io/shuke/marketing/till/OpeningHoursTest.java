package io.shuke.marketing.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {

    @ParameterizedTest
    @CsvSource({
        "08:00,22:00,07:59,false",
        "08:00,22:00,08:00,true",
        "08:00,22:00,21:59,true",
        "08:00,22:00,22:00,false",
        "18:00,02:00,17:59,false",
        "18:00,02:00,23:59,true",
        "18:00,02:00,00:00,true",
        "18:00,02:00,01:59,true",
        "18:00,02:00,02:00,false",
        "00:00,00:00,03:00,true"
    })
    void includeTheBeginningAndNotTheEnd(LocalTime opens, LocalTime closes, LocalTime now, boolean open) {
        assertThat(OpeningHours.of(opens, closes).include(now)).isEqualTo(open);
    }

    @Test
    void haveBothEndsOrNone() {
        assertThat(OpeningHours.of(null, null)).isEqualTo(OpeningHours.ALWAYS);
        assertThatThrownBy(() -> OpeningHours.of(LocalTime.NOON, null)).hasMessage("till.hours-impossible");
    }

    @Test
    void capsGrowWithTheTimeTheyAreFor() {
        assertThatThrownBy(() -> new TillCaps(100, 99, 100, 0, 0, 0)).hasMessage("till.caps-impossible");
        assertThatThrownBy(() -> new TillCaps(0, 0, 0, 5, 5, 4)).hasMessage("till.caps-impossible");
        assertThatThrownBy(() -> new TillCaps(-1, 0, 0, 0, 0, 0)).hasMessage("till.caps-impossible");
        assertThat(new TillCaps(0, 0, 0, 0, 0, 0).billFen()).isZero();
    }
}
