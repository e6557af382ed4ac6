package io.shuke.marketing.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.ShopTest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class CheckInIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

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

    @Test
    void checkingInPaysOnceADay() {
        var member = counter.anyMember();

        var first = counter.tap(member);
        var second = counter.tap(member);

        assertThat(first.first()).isTrue();
        assertThat(second.first()).isFalse();
        assertThat(second.checkIn()).isEqualTo(first.checkIn());
        assertThat(first.checkIn().rewards()).containsExactly(new Reward(Reward.Kind.POINTS, "签到 +5 积分", 5));
        assertThat(counter.balance(member)).isEqualTo(5);
    }

    @Test
    void aDayLaterItPaysAgainAndTheStreakGrows() {
        var member = counter.anyMember();

        var days = counter.tapDaily(member, MONDAY, 2);

        assertThat(days).extracting(CheckIn::streak).containsExactly(1, 2);
        assertThat(days).extracting(CheckIn::points).containsExactly(5L, 10L);
    }

    @Test
    void aMissedDayBreaksTheStreak() {
        var member = counter.anyMember();
        counter.tapDaily(member, MONDAY, 2);

        var afterAGap = counter.tapOn(MONDAY.plusDays(3), member).checkIn();

        assertThat(afterAGap.streak()).isEqualTo(1);
    }

    @Test
    void threeDaysBringAGiftAndSevenACouponAndThenThePlanStartsOver() {
        var member = counter.anyMember();

        var days = counter.tapDaily(member, MONDAY, 14);

        assertThat(days)
                .extracting(day -> day.rewards().stream()
                        .map(reward -> reward.kind().name())
                        .toList())
                .satisfies(kinds -> {
                    assertThat(kinds.get(2)).containsExactly("POINTS", "GIFT");
                    assertThat(kinds.get(6)).containsExactly("POINTS", "COUPON");
                    assertThat(kinds.get(9)).containsExactly("POINTS", "GIFT");
                    assertThat(kinds.get(13)).containsExactly("POINTS", "COUPON");
                    for (int plain : List.of(0, 1, 3, 4, 5, 7, 8, 10, 11, 12)) {
                        assertThat(kinds.get(plain)).containsExactly("POINTS");
                    }
                });
        assertThat(counter.coupons(member)).isEqualTo(2);
        assertThat(counter.balance(member)).isEqualTo(14 * 5);
    }

    @Test
    void theSecondTapTellsOfTheSameGift() {
        var member = counter.anyMember();
        var third = counter.tapDaily(member, MONDAY, 3).get(2);

        assertThat(counter.tap(member).checkIn()).isEqualTo(third);
    }

    @Test
    void aBatchNamesEachMemberAsHeStands() {
        var regular = counter.anyMember();
        var newcomer = counter.anyMember();
        counter.tapDaily(regular, MONDAY, 2);
        var already = counter.anyMember();
        counter.tapOn(MONDAY.plusDays(2), already);

        var answers = counter.node();
        var all = List.of(regular, newcomer, already, regular).stream()
                .map(member -> counter.tap(answers, member))
                .toList()
                .stream()
                .map(java.util.concurrent.CompletableFuture::join)
                .toList();

        assertThat(all).extracting(one -> one.checkIn().streak()).containsExactly(3, 1, 1, 3);
        assertThat(all).extracting(CheckedIn::first).containsExactly(true, true, false, false);
    }

    @Test
    void aBatchOfTwoHundredTakesAsManyStatementsAsOneTap() {
        counter.statements(counter.members(1));

        var one = counter.statements(counter.members(1));
        var many = counter.statements(counter.members(200));

        assertThat(many).isEqualTo(one);
        assertThat(one).isLessThanOrEqualTo(12);
    }

    @Test
    void theMonthShowsItsDaysAndTheStreakOfToday() {
        var member = counter.anyMember();
        counter.tapDaily(member, LocalDate.of(2026, 10, 30), 4);

        var november = counter.month(member, YearMonth.of(2026, 11));
        var october = counter.month(member, YearMonth.of(2026, 10));

        assertThat(november.days()).containsExactly(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2));
        assertThat(october.days()).containsExactly(LocalDate.of(2026, 10, 30), LocalDate.of(2026, 10, 31));
        assertThat(november.checkedInToday()).isTrue();
        assertThat(november.streak()).isEqualTo(4);
    }

    @Test
    void theStreakLivesUntilTheFollowingDayIsOver() {
        var member = counter.anyMember();
        counter.tapDaily(member, MONDAY, 3);

        counter.setDay(MONDAY.plusDays(3));
        assertThat(counter.month(member, YearMonth.of(2026, 11)).streak()).isEqualTo(3);
        counter.setDay(MONDAY.plusDays(4));
        assertThat(counter.month(member, YearMonth.of(2026, 11)).streak()).isZero();
    }
}
