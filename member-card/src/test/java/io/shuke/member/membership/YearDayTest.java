package io.shuke.member.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YearDayTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2040, 12, 31);

    @ParameterizedTest
    @ValueSource(
            ints = {2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036, 2037, 2038, 2039, 2040
            })
    void keepsTheTwentyNinthOfFebruaryWithinItsMonth(int year) {
        int day = LocalDate.of(year, 1, 1).isLeapYear() ? 29 : 28;

        assertThat(YearDay.solar(2, 29).in(year).on()).isEqualTo(LocalDate.of(year, 2, day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03",
                "2031-01-23", "2032-02-11", "2033-01-31", "2034-02-19", "2035-02-08", "2036-01-28", "2037-02-15",
                "2038-02-04", "2039-01-24", "2040-02-12"
            })
    void knowsEverySpringFestival(LocalDate festival) {
        assertThat(YearDay.lunar(1, 1).in(festival.getYear()).on()).isEqualTo(festival);
        assertThat(YearDay.lunar(1, 1).next(festival.withDayOfYear(1)).on()).isEqualTo(festival);
    }

    @ParameterizedTest
    @CsvSource({
        "2025, 6, 2025-07-25",
        "2028, 5, 2028-06-23",
        "2031, 3, 2031-04-22",
        "2033, 11, 2033-12-22",
        "2036, 6, 2036-07-23",
        "2039, 5, 2039-06-22"
    })
    void keepsADayOfALeapMonthInTheLeapMonth(int year, int month, LocalDate first) {
        assertThat(YearDay.lunarLeap(month, 1).in(year).on()).isEqualTo(first);
        assertThat(YearDay.lunar(month, 1).in(year).on()).isBefore(first);
    }

    @Test
    void keepsADayOfALeapMonthInTheOrdinaryMonthOtherwise() {
        assertThat(YearDay.lunarLeap(6, 15).in(2026))
                .isEqualTo(YearDay.lunar(6, 15).in(2026));
    }

    @Test
    void keepsTheThirtiethOnTheLastDayOfAShortMonth() {
        // From 2025 to 2029 the last month of the lunar year has 29 days each time.
        assertThat(YearDay.lunar(12, 30).in(2025).on()).isEqualTo(LocalDate.of(2026, 2, 16));
        assertThat(YearDay.lunar(12, 29).in(2025).on()).isEqualTo(LocalDate.of(2026, 2, 16));
    }

    @Test
    void comesExactlyOnceInEveryYearOfItsCalendar() {
        for (var day : everyDay()) {
            var occurrence = day.next(FIRST);
            while (!occurrence.on().isAfter(LAST)) {
                assertThat(day.next(occurrence.on())).isEqualTo(occurrence);
                var following = day.next(occurrence.on().plusDays(1));
                assertThat(following.year()).as("%s after %s", day, occurrence).isEqualTo(occurrence.year() + 1);
                occurrence = following;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, false, false",
        "13, 1, false, false",
        "2, 30, false, false",
        "4, 31, false, false",
        "1, 0, false, false",
        "1, 31, true, false",
        "13, 1, true, false",
        "6, 15, false, true",
        "-1, 5, true, false"
    })
    void refusesWhatIsNoDay(int month, int day, boolean lunar, boolean leapMonth) {
        assertThatThrownBy(() -> new YearDay(month, day, lunar, leapMonth)).isInstanceOf(MembershipRefusal.class);
    }

    private static List<YearDay> everyDay() {
        var days = new ArrayList<YearDay>();
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; day <= Month.of(month).maxLength(); day++) {
                days.add(YearDay.solar(month, day));
            }
            for (int day = 1; day <= 30; day++) {
                days.add(YearDay.lunar(month, day));
                days.add(YearDay.lunarLeap(month, day));
            }
        }
        return days;
    }
}
