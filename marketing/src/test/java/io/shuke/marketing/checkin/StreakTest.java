package io.shuke.marketing.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StreakTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Test
    void growsByOneOnTheFollowingDay() {
        assertThat(Streak.startingOn(MONDAY).continuedOn(MONDAY.plusDays(1)).length())
                .isEqualTo(2);
    }

    @Test
    void startsOverAfterAMissedDay() {
        assertThat(new Streak(MONDAY, 6).continuedOn(MONDAY.plusDays(2))).isEqualTo(new Streak(MONDAY.plusDays(2), 1));
    }

    @Test
    void runsOnOverTheEndOfTheYear() {
        var newYearsEve = LocalDate.of(2026, 12, 31);
        assertThat(new Streak(newYearsEve, 4)
                        .continuedOn(LocalDate.of(2027, 1, 1))
                        .length())
                .isEqualTo(5);
    }

    @Test
    void runsOnOverALeapDay() {
        var streak = Streak.startingOn(LocalDate.of(2028, 2, 28))
                .continuedOn(LocalDate.of(2028, 2, 29))
                .continuedOn(LocalDate.of(2028, 3, 1));
        assertThat(streak.length()).isEqualTo(3);
    }

    @Test
    void stillCountsWhileTodayIsOpen() {
        assertThat(new Streak(MONDAY, 5).on(MONDAY.plusDays(1))).isEqualTo(5);
    }

    @Test
    void isOverOnceADayHasPassedWithout() {
        assertThat(new Streak(MONDAY, 5).on(MONDAY.plusDays(2))).isZero();
    }

    @Test
    void beginsANewRoundAfterTheLongestStep() {
        assertThat(new Streak(MONDAY, 7).roundStart(7)).isEqualTo(MONDAY.minusDays(6));
        assertThat(new Streak(MONDAY, 8).roundStart(7)).isEqualTo(MONDAY);
    }
}
