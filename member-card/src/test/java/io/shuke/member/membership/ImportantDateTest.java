package io.shuke.member.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ImportantDateTest {

    @Test
    void comesAgainEveryYear() {
        var birthday = ImportantDate.yearly(Occasion.BABY_BIRTHDAY, YearDay.solar(5, 1));

        assertThat(birthday.next(LocalDate.of(2026, 5, 1))).isEqualTo(new Occurrence(2026, LocalDate.of(2026, 5, 1)));
        assertThat(birthday.next(LocalDate.of(2026, 5, 2))).isEqualTo(new Occurrence(2027, LocalDate.of(2027, 5, 1)));
    }

    @Test
    void comesOnceWhenItIsTheHundredthDay() {
        var hundred = ImportantDate.hundredDays(LocalDate.of(2026, 1, 1));

        assertThat(hundred.next(LocalDate.of(2026, 1, 2))).isEqualTo(new Occurrence(2026, LocalDate.of(2026, 4, 10)));
        assertThat(hundred.next(LocalDate.of(2026, 4, 11))).isNull();
    }

    @Test
    void countsTheHundredthDayAcrossTheYearsEnd() {
        assertThat(ImportantDate.hundredDays(LocalDate.of(2027, 11, 22)).next(LocalDate.of(2027, 12, 1)))
                .isEqualTo(new Occurrence(2028, LocalDate.of(2028, 2, 29)));
    }

    @Test
    void needsAYearOnlyWhenItComesOnce() {
        var day = YearDay.solar(5, 1);

        assertThatThrownBy(() -> new ImportantDate(Occasion.HUNDRED_DAYS, "百日", day, null))
                .isInstanceOf(MembershipRefusal.class);
        assertThatThrownBy(() -> new ImportantDate(Occasion.ANNIVERSARY, "纪念日", day, 2020))
                .isInstanceOf(MembershipRefusal.class);
    }

    @Test
    void hasAShortVisibleLabel() {
        var day = YearDay.solar(5, 1);

        assertThat(new ImportantDate(Occasion.ANNIVERSARY, " 结婚纪念日 ", day, null).label())
                .isEqualTo("结婚纪念日");
        for (var label : new String[] {"", " ", "a\nb", "长".repeat(21), "\u202Eabc"}) {
            assertThatThrownBy(() -> new ImportantDate(Occasion.ANNIVERSARY, label, day, null))
                    .isInstanceOf(MembershipRefusal.class);
        }
    }
}
