package io.shuke.member.membership;

import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.Clause;
import io.shuke.member.ground.MerchantScope;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who has a day soon, without opening what is sealed. */
@Component
public class DaysOfTheYear {

    private static final List<YearDay> ALL = all();

    private final BlindIndex blind;

    DaysOfTheYear(BlindIndex blind) {
        this.blind = blind;
    }

    byte[] index(Occasion occasion, YearDay day) {
        var text = (day.leapMonth() ? "leap " : day.lunar() ? "lunar " : "solar ") + day.month() + " " + day.day();
        return blind.of(MerchantScope.current(), "day:" + occasion.name(), text);
    }

    byte @Nullable [] index(@Nullable LocalDate birthday) {
        return birthday == null
                ? null
                : index(Occasion.BIRTHDAY, YearDay.solar(birthday.getMonthValue(), birthday.getDayOfMonth()));
    }

    byte @Nullable [] index(ImportantDate date) {
        return date.year() == null ? index(date.occasion(), date.day()) : null;
    }

    /**
     * Has such a day that comes every year, by the solar or the lunar calendar, from today on.
     *
     * @param days 0 is today only
     */
    public Clause soon(Occasion occasion, int days, LocalDate today) {
        var indexes = ALL.stream()
                .filter(day -> !day.next(today).on().isAfter(today.plusDays(days)))
                .map(day -> (Object) index(occasion, day))
                .toList();
        var kept = in("important_date d", "d.member_id", "d.merchant_id", "d.day_index", indexes);
        return occasion == Occasion.BIRTHDAY
                ? Clause.any(List.of(in("member m", "m.id", "m.merchant_id", "m.birthday_index", indexes), kept))
                : kept;
    }

    private static Clause in(String table, String member, String merchant, String column, List<Object> indexes) {
        var values = new ArrayList<Object>(List.of(MerchantScope.current().value()));
        values.addAll(indexes);
        return new Clause(
                "s.member_id IN (SELECT " + member + " FROM " + table + " WHERE " + merchant + " = ? AND " + column
                        + " IN (?" + ",?".repeat(indexes.size() - 1) + "))",
                values);
    }

    private static List<YearDay> all() {
        var solar = Stream.of(Month.values()).flatMap(month -> days(month.maxLength(), month.getValue(), false, false));
        var lunar = Stream.of(Month.values()).flatMap(month -> days(30, month.getValue(), true, false));
        var leap = Stream.of(Month.values()).flatMap(month -> days(30, month.getValue(), true, true));
        return Stream.of(solar, lunar, leap).flatMap(days -> days).toList();
    }

    private static Stream<YearDay> days(int longest, int month, boolean lunar, boolean leap) {
        return IntStream.rangeClosed(1, longest).mapToObj(day -> new YearDay(month, day, lunar, leap));
    }
}
