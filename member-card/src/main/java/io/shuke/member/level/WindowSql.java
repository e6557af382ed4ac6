package io.shuke.member.level;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a ladder asks of a row of {@code member_level}, as SQL: numbers only, nothing that anybody typed. */
record WindowSql(Ladder ladder) {

    /** The sum of the window that ends with this month, however long ago the member's newest month was. */
    String sum(int lastMonth) {
        return sum(ladder.measure(), lastMonth, ladder.windowMonths());
    }

    static String sum(Measure measure, int lastMonth, int months) {
        var column = measure.name().substring(0, 1).toLowerCase(java.util.Locale.ROOT);
        // The newest month may be one after the last (somebody came today) or any number before it.
        var cases = IntStream.range(-1, months)
                .mapToObj(gap -> " WHEN " + gap + " THEN " + columns(column, Math.max(0, -gap), months - gap - 1))
                .collect(Collectors.joining());
        return "(CASE " + lastMonth + " - month" + cases + " ELSE 0 END)";
    }

    private static String columns(String column, int newest, int oldest) {
        return IntStream.rangeClosed(newest, Math.min(oldest, Months.KEPT - 1))
                .mapToObj(age -> column + age)
                .collect(Collectors.joining(" + "));
    }

    String deserved(String sum) {
        var cases = IntStream.iterate(ladder.top(), step -> step > 1, step -> step - 1)
                .mapToObj(step -> " WHEN " + sum + " >= " + ladder.rung(step).bar() + " THEN " + step)
                .collect(Collectors.joining());
        return cases.isEmpty() ? "1" : "(CASE" + cases + " ELSE 1 END)";
    }

    /** What the row's own step asks for. */
    String bar() {
        var cases = ladder.rungs().stream()
                .map(rung -> " WHEN " + rung.step() + " THEN " + rung.bar())
                .collect(Collectors.joining());
        return "(CASE step" + cases + " ELSE 0 END)";
    }
}
