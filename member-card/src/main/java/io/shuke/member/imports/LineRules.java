package io.shuke.member.imports;

import io.shuke.member.balance.Purse;
import io.shuke.member.ground.Refusal;
import io.shuke.member.membership.Birthday;
import io.shuke.member.membership.OldMembers;
import io.shuke.member.membership.Phone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line. Nothing is guessed: a number that is not plainly one, and a day that no calendar has, is a problem for a
 * person to solve, for what is brought in wrongly is money.
 */
final class LineRules {

    /** No regular has ten million points; whoever does has a card number in the wrong column. */
    private static final long MOST_POINTS = 10_000_000;
    /** ¥100 000. */
    private static final long MOST_GIFT = 10_000_000;

    private static final int LONGEST = 100;
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,15}");
    private static final Pattern YUAN = Pattern.compile("(0|[1-9][0-9]{0,12})(?:\\.([0-9]{1,2}))?");
    private static final Pattern DAY = Pattern.compile(
            "([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|/([0-9]{1,2})/([0-9]{1,2})|\\.([0-9]{1,2})\\.([0-9]{1,2})"
                    + "|年([0-9]{1,2})月([0-9]{1,2})日|([0-9]{2})([0-9]{2}))(?:[ T][0-9:.]{4,15})?");
    private static final Map<String, String> SEXES =
            Map.of("", "", "男", "男", "女", "女", "未知", "", "保密", "", "M", "男", "F", "女");

    /** @param draft null when there is any problem */
    record Checked(@Nullable Draft draft, List<Problem> problems) {}

    private final Headings headings;
    private final Map<String, Integer> levels;
    private final LocalDate today;

    /** @param levels steps by name; @param today in the shop's zone */
    LineRules(Headings headings, Map<String, Integer> levels, LocalDate today) {
        this.headings = headings;
        this.levels = Map.copyOf(levels);
        this.today = today;
    }

    Checked check(Cells cells) {
        var reading = new Reading(cells);
        var phone = reading.take(Column.PHONE, LineRules::phone);
        var birthday = reading.take(Column.BIRTHDAY, this::birthday);
        var joined = reading.take(Column.JOINED, this::joined);
        var name = reading.take(Column.NAME, "", text -> line(Column.NAME, text));
        var sex = reading.take(Column.SEX, "", LineRules::sex);
        var card = reading.take(Column.CARD, "", text -> line(Column.CARD, text));
        var remark = reading.take(Column.REMARK, "", text -> line(Column.REMARK, text));
        var opening = new Draft.Opening(
                reading.take(Column.LEVEL, 1, this::level),
                reading.take(Column.POINTS, 0L, LineRules::pieces),
                reading.take(Column.GROWTH, 0L, LineRules::pieces),
                reading.take(Column.PRINCIPAL, 0L, LineRules::principal),
                reading.take(Column.GIFT, 0L, LineRules::gift));
        if (phone == null || !reading.problems.isEmpty()) {
            return new Checked(null, reading.problems);
        }
        var person = new Draft.Person(phone, birthday, joined, name, sex, card, remark);
        return new Checked(new Draft(cells.line(), person, opening), List.of());
    }

    private final class Reading {

        private final Cells cells;
        private final List<Problem> problems = new ArrayList<>();

        Reading(Cells cells) {
            this.cells = cells;
        }

        <T> T take(Column column, T nothing, Function<String, T> rule) {
            var read = take(column, rule);
            return read == null ? nothing : read;
        }

        /** Null for an empty cell, and for one that has a problem now. */
        <T> @Nullable T take(Column column, Function<String, T> rule) {
            var text = headings.cell(cells, column);
            if (text.isEmpty() && column != Column.PHONE) {
                return null;
            }
            try {
                if (text.startsWith("=") || text.startsWith("@")) {
                    throw ImportRefusal.formula();
                }
                return rule.apply(text);
            } catch (Refusal refusal) {
                problems.add(Problem.of(cells.line(), column, refusal));
                return null;
            }
        }
    }

    private static Phone phone(String text) {
        if (text.isEmpty()) {
            throw ImportRefusal.phoneMissing();
        }
        return Phone.parse(text);
    }

    private static String line(Column column, String text) {
        return OldMembers.line(column.label(), text, LONGEST);
    }

    private static String sex(String text) {
        var sex = SEXES.get(text);
        if (sex == null) {
            throw ImportRefusal.sexUnknown();
        }
        return sex;
    }

    private int level(String text) {
        var step = levels.get(text);
        if (step == null) {
            throw ImportRefusal.levelUnknown(text.substring(0, Math.min(text.length(), 20)));
        }
        return step;
    }

    private static long pieces(String text) {
        refuseNegative(text);
        if (!WHOLE.matcher(text).matches()) {
            throw ImportRefusal.notWhole();
        }
        return bounded(Long.parseLong(text), MOST_POINTS);
    }

    private static long principal(String text) {
        var fen = fen(text);
        if (fen > Purse.CAP.value()) {
            throw ImportRefusal.overCap(Purse.CAP.value() / 100);
        }
        return fen;
    }

    private static long gift(String text) {
        var fen = fen(text);
        if (fen > MOST_GIFT) {
            throw ImportRefusal.tooMuch(MOST_GIFT / 100);
        }
        return fen;
    }

    private static long fen(String text) {
        var plain = text.startsWith("¥") || text.startsWith("￥") ? text.substring(1) : text;
        refuseNegative(plain);
        var yuan = YUAN.matcher(plain);
        if (!yuan.matches()) {
            throw ImportRefusal.notMoney();
        }
        var cents = yuan.group(2) == null ? "00" : (yuan.group(2) + "0").substring(0, 2);
        return Long.parseLong(yuan.group(1)) * 100 + Long.parseLong(cents);
    }

    private static void refuseNegative(String text) {
        if (text.startsWith("-") || text.startsWith("−")) {
            throw ImportRefusal.negative();
        }
    }

    private static long bounded(long value, long most) {
        if (value > most) {
            throw ImportRefusal.tooMuch(most);
        }
        return value;
    }

    private LocalDate birthday(String text) {
        return Birthday.accepted(day(text), today);
    }

    private LocalDate joined(String text) {
        var day = day(text);
        if (day.isAfter(today) || day.getYear() < 1980) {
            throw ImportRefusal.joinedImpossible();
        }
        return day;
    }

    private static LocalDate day(String text) {
        var day = DAY.matcher(text);
        if (!day.matches()) {
            throw ImportRefusal.dateImpossible();
        }
        for (int group = 2; group <= 10; group += 2) {
            if (day.group(group) != null) {
                return day(day.group(1), day.group(group), day.group(group + 1));
            }
        }
        throw ImportRefusal.dateImpossible();
    }

    private static LocalDate day(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException impossible) {
            throw ImportRefusal.dateImpossible();
        }
    }
}
