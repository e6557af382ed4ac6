package io.shuke.gateway.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.checkin.CheckInDay;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Calendar calendar = Calendar.of(
            TODAY,
            List.of(
                    new CheckInDay(TODAY.minusDays(399), false),
                    new CheckInDay(LocalDate.of(2026, 10, 31), false),
                    new CheckInDay(LocalDate.of(2026, 11, 1), true),
                    new CheckInDay(TODAY, false)));

    @Test
    void tellsTheDaysOfAMonth() {
        assertThat(calendar.checkedIn(YearMonth.of(2026, 11))).containsExactly(LocalDate.of(2026, 11, 1), TODAY);
        assertThat(calendar.madeUpIn(YearMonth.of(2026, 11))).containsExactly(LocalDate.of(2026, 11, 1));
    }

    @Test
    void comesBackFromItsBytesUnchanged() {
        var back = Calendar.from(calendar.toBytes());
        assertThat(back.first()).isEqualTo(calendar.first());
        assertThat(back.checked()).isEqualTo(calendar.checked());
        assertThat(back.madeUp()).isEqualTo(calendar.madeUp());
    }

    @Test
    void doesNotAnswerForMonthsBeforeIt() {
        assertThat(calendar.covers(YearMonth.of(2025, 11))).isTrue();
        assertThat(calendar.covers(YearMonth.of(2025, 10))).isFalse();
    }

    @Test
    void knowsNothingOfDaysOutsideIt() {
        assertThat(calendar.checked(TODAY.plusDays(400))).isFalse();
        assertThat(calendar.checked(TODAY.minusDays(4000))).isFalse();
    }
}
