package io.shuke.member.purchase;

import static io.shuke.member.purchase.BillTest.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HabitTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** A Wednesday. */
    private static final LocalDateTime WEDNESDAY = LocalDateTime.of(2026, 11, 4, 8, 0);

    private static Bill at(LocalDateTime time, String... goods) {
        var lines = Stream.of(goods).map(name -> line(name, 1, 300)).toList();
        return Bill.of(
                new BillId(1),
                new Order(1, Order.COUNTER, "n"),
                null,
                lines,
                time.atZone(SHANGHAI).toInstant());
    }

    private static String habit(List<Bill> bills) {
        return Habit.of(bills, SHANGHAI).orElse("");
    }

    @Test
    void namesTheWeekdayTheHourAndTheGoods() {
        assertThat(habit(List.of(
                        at(WEDNESDAY, "豆浆", "茶叶蛋"),
                        at(WEDNESDAY.plusWeeks(1).plusMinutes(12), "豆浆", "茶叶蛋", "油条"),
                        at(WEDNESDAY.plusWeeks(2).minusMinutes(20), "豆浆"))))
                .isEqualTo("每周三八点左右：豆浆、茶叶蛋");
    }

    @Test
    void aDayOrTwoOutOfLineDoNotHideIt() {
        var bills = new ArrayList<Bill>();
        for (int week = 0; week < 4; week++) {
            bills.add(at(WEDNESDAY.plusWeeks(week), "豆浆"));
        }
        bills.add(at(WEDNESDAY.plusDays(2).withHour(19), "牛肉面"));
        bills.add(at(WEDNESDAY.plusDays(4), "牛肉面"));

        assertThat(habit(bills)).isEqualTo("每周三八点左右：豆浆");
    }

    @Test
    void saysWeekendsForWeekends() {
        assertThat(habit(List.of(
                        at(WEDNESDAY.plusDays(3).withHour(12), "牛肉面"),
                        at(WEDNESDAY.plusDays(4).withHour(12), "牛肉面"),
                        at(WEDNESDAY.plusDays(10).withHour(12), "牛肉面"),
                        at(WEDNESDAY.plusDays(11).withHour(12), "牛肉面"))))
                .isEqualTo("周末十二点左右：牛肉面");
    }

    @Test
    void saysWorkdaysForWorkdays() {
        var bills = Stream.of(0, 1, 2, 5, 6, 7, 8)
                .map(day -> at(WEDNESDAY.plusDays(day), "豆浆"))
                .toList();

        assertThat(habit(bills)).isEqualTo("工作日八点左右：豆浆");
    }

    @Test
    void evenWithoutAUsualDayTheHourIsKnown() {
        var bills = Stream.of(0, 1, 3, 4, 10)
                .map(day -> at(WEDNESDAY.plusDays(day).withHour(19), "牛肉面"))
                .toList();

        assertThat(habit(bills)).isEqualTo("常在晚上七点左右：牛肉面");
    }

    @Test
    void withoutAUsualDishOnlyTheTimeIsTold() {
        assertThat(habit(List.of(
                        at(WEDNESDAY, "豆浆"), at(WEDNESDAY.plusWeeks(1), "油条"), at(WEDNESDAY.plusWeeks(2), "馄饨"))))
                .isEqualTo("每周三八点左右来");
    }

    @Test
    void twoVisitsAreNoHabit() {
        assertThat(habit(List.of(at(WEDNESDAY, "豆浆"), at(WEDNESDAY.plusWeeks(1), "豆浆"))))
                .isEmpty();
        assertThat(habit(List.of())).isEmpty();
    }

    @Test
    void comingAtAnyHourIsNoHabit() {
        var bills = Stream.of(7, 10, 13, 16, 19, 22)
                .map(hour -> at(WEDNESDAY.plusDays(hour).withHour(hour), "豆浆"))
                .toList();

        assertThat(habit(bills)).isEmpty();
    }

    @Test
    void midnightIsOneHour() {
        assertThat(habit(List.of(
                        at(WEDNESDAY.withHour(23).withMinute(50), "烧烤"),
                        at(WEDNESDAY.plusWeeks(1).withHour(23).withMinute(55), "烧烤"),
                        at(WEDNESDAY.plusWeeks(2).withHour(23).withMinute(40), "烧烤"))))
                .isEqualTo("每周三凌晨零点左右：烧烤");
    }

    @Test
    void severalBillsOfOneDayAreOneDay() {
        assertThat(habit(List.of(at(WEDNESDAY, "豆浆"), at(WEDNESDAY, "豆浆"), at(WEDNESDAY.plusMinutes(5), "豆浆"))))
                .isEqualTo("工作日八点左右：豆浆");
    }
}
