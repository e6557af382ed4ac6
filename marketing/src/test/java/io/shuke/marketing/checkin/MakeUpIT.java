package io.shuke.marketing.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.shuke.marketing.ShopTest;
import io.shuke.member.ground.Refusal;
import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Today is Friday, the 20th. */
@ShopTest
class MakeUpIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Autowired
    Counter counter;

    @BeforeEach
    void open() {
        counter.open(MONDAY);
    }

    @AfterEach
    void allAddsUp() {
        counter.allAddsUp();
    }

    /** Came Monday and Tuesday, not on Wednesday, but on Thursday again. */
    private MemberId memberWhoMissedWednesday() {
        var member = counter.memberSince(LocalDate.of(2026, 1, 1), 100);
        counter.tapDaily(member, MONDAY, 2);
        counter.tapOn(MONDAY.plusDays(3), member);
        counter.setDay(FRIDAY);
        return member;
    }

    @Test
    void makingADayUpMendsTheStreakAndCostsPoints() {
        var member = memberWhoMissedWednesday();
        var before = counter.balance(member);

        var madeUp = counter.makeUp(member, WEDNESDAY);

        assertThat(madeUp.streak()).isEqualTo(4);
        assertThat(madeUp.rewards()).isEmpty();
        assertThat(counter.balance(member)).isEqualTo(before - 10).isEqualTo(madeUp.points());
        assertThat(counter.tap(member).checkIn().streak()).isEqualTo(5);
        assertThat(counter.month(member, NOVEMBER).madeUp()).containsExactly(WEDNESDAY);
        assertThat(counter.month(member, NOVEMBER).makeUpsLeft()).isEqualTo(2);
    }

    @Test
    void whatTheMendedStreakReachesIsBroughtOnceAndByALaterCheckIn() {
        var member = memberWhoMissedWednesday();
        counter.makeUp(member, WEDNESDAY);

        var days = counter.tapDaily(member, FRIDAY, 3);

        assertThat(days).extracting(CheckIn::streak).containsExactly(5, 6, 7);
        assertThat(days.get(2).rewards()).extracting(Reward::kind).contains(Reward.Kind.COUPON);
        assertThat(counter.coupons(member)).isEqualTo(1);
    }

    @Test
    void refusesToday() {
        assertRefused("check-in.make-up-today", memberWhoMissedWednesday(), FRIDAY);
    }

    @Test
    void refusesADayThatIsYetToCome() {
        assertRefused("check-in.make-up-future", memberWhoMissedWednesday(), FRIDAY.plusDays(1));
    }

    @Test
    void refusesADayMoreThanThirtyDaysAgo() {
        var member = memberWhoMissedWednesday();

        assertRefused("check-in.make-up-too-old", member, FRIDAY.minusDays(31));
        assertThat(counter.makeUp(member, FRIDAY.minusDays(30)).day()).isEqualTo(FRIDAY.minusDays(30));
    }

    @Test
    void refusesADayThatCountsAlready() {
        var member = memberWhoMissedWednesday();
        counter.makeUp(member, WEDNESDAY);

        assertRefused("check-in.make-up-done", member, WEDNESDAY);
        assertRefused("check-in.make-up-done", member, MONDAY);
    }

    @Test
    void refusesTheFourthDayOfAMonth() {
        var member = memberWhoMissedWednesday();
        for (int day = 1; day <= 3; day++) {
            counter.makeUp(member, LocalDate.of(2026, 11, day));
        }

        assertRefused("check-in.make-up-used-up", member, WEDNESDAY);
        assertThat(counter.makeUp(member, LocalDate.of(2026, 10, 31)).streak()).isZero();
    }

    @Test
    void refusesADayBeforeJoining() {
        var member = counter.memberSince(MONDAY.plusDays(1), 100);
        counter.setDay(FRIDAY);

        assertRefused("check-in.make-up-before-joining", member, MONDAY);
    }

    @Test
    void refusesWhoCannotPay() {
        var member = counter.memberSince(LocalDate.of(2026, 1, 1), 9);
        counter.setDay(FRIDAY);

        assertRefused("points.insufficient", member, WEDNESDAY);
    }

    private void assertRefused(String code, MemberId member, LocalDate day) {
        var before = counter.balance(member);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> counter.makeUp(member, day))
                .extracting(Refusal::code)
                .isEqualTo(code);
        assertThat(counter.balance(member)).as("a refusal costs nothing").isEqualTo(before);
    }

    @Test
    void ofTwoHundredMakeUpsOfOneDayOneSucceedsAndIsPaid() {
        var member = memberWhoMissedWednesday();
        var before = counter.balance(member);

        var done = counter.race(Stream.<Supplier<CheckIn>>generate(() -> () -> counter.makeUp(member, WEDNESDAY))
                .limit(200));

        assertThat(done).filteredOn(Objects::nonNull).hasSize(1);
        assertThat(counter.balance(member)).isEqualTo(before - 10);
    }

    @Test
    void racingMakeUpsKeepTheMonthsLimit() {
        var member = memberWhoMissedWednesday();

        var done = counter.race(IntStream.rangeClosed(1, 12)
                .mapToObj(day -> () -> counter.makeUp(member, LocalDate.of(2026, 11, day))));

        assertThat(done).filteredOn(Objects::nonNull).hasSize(3);
    }

    /** Whichever comes first, the streak is that of five days in a row. */
    @RepeatedTest(5)
    void aMakeUpRacingACheckInLeavesOneStreak() {
        var member = memberWhoMissedWednesday();

        counter.race(Stream.<Supplier<CheckIn>>of(
                () -> counter.tap(member).checkIn(),
                () -> counter.makeUp(member, WEDNESDAY),
                () -> counter.tap(member).checkIn(),
                () -> counter.makeUp(member, WEDNESDAY)));

        assertThat(counter.month(member, NOVEMBER).streak()).isEqualTo(5);
        assertThat(counter.tap(member).checkIn().streak()).isEqualTo(5);
    }
}
