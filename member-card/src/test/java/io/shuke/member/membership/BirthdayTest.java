package io.shuke.member.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthdayTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void readsADay() {
        assertThat(Birthday.parse("1992-02-29")).isEqualTo(LocalDate.of(1992, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-31", "1990-02-30", "1991-02-29", "1990-13-01", "1990-00-10", "1990-04-31", "1990-01-00",
                        "90-01-01",
                "1990-1-1", "1990/01/01", "19900101", "１９９０-01-01", "", "today", "-1990-01-01", "1990-01-01T00:00:00Z"
            })
    void refusesWhatIsNoDay(String text) {
        refused(() -> Birthday.parse(text), "membership.birthday-impossible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2027-01-01", "9999-12-31", "1895-11-22", "0001-01-01"})
    void refusesTheFutureAndTheImpossiblyOld(LocalDate birthday) {
        refused(() -> Birthday.accepted(birthday, TODAY), "membership.birthday-impossible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2012-11-23", "2020-01-01", "2026-11-22"})
    void asksForTheGuardianUnderFourteen(LocalDate birthday) {
        refused(() -> Birthday.accepted(birthday, TODAY), "membership.guardian-needed");
    }

    @ParameterizedTest
    @CsvSource({"2012-11-22, 2026-11-22", "2012-02-29, 2026-03-01", "1900-01-01, 2026-11-22"})
    void acceptsFromTheFourteenthBirthdayOn(LocalDate birthday, LocalDate today) {
        assertThat(Birthday.accepted(birthday, today)).isEqualTo(birthday);
    }

    @Test
    void makesSomebodyBornOnTheTwentyNinthWaitForMarch() {
        refused(
                () -> Birthday.accepted(LocalDate.of(2012, 2, 29), LocalDate.of(2026, 2, 28)),
                "membership.guardian-needed");
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(MembershipRefusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
