package io.shuke.member.purchase;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What somebody usually does, in one sentence for whoever stands at the counter: 每周三八点左右：豆浆、茶叶蛋. Said only when
 * it is so: three visits at about the same hour, and those most of all; a weekday when most of them fall on it.
 */
final class Habit {

    private static final int VISITS = 3;
    private static final int MOST_GOODS = 3;
    private static final int MOST = 60;
    private static final int NEARLY_ALL = 80;
    private static final String[] NUMBERS = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"};

    private record Visit(ZonedDateTime at, Bill bill) {}

    private Habit() {}

    /** @param bills the last ones, in whatever order */
    static Optional<String> of(List<Bill> bills, ZoneId zone) {
        var visits = bills.stream()
                .map(bill -> new Visit(bill.at().atZone(zone), bill))
                .toList();
        var hour = usualHour(visits);
        var usual = visits.stream().filter(visit -> near(visit, hour)).toList();
        if (usual.size() < VISITS || usual.size() * 100 < visits.size() * MOST) {
            return Optional.empty();
        }
        var days = days(usual);
        var those = usual.stream()
                .filter(visit -> days.on().contains(visit.at().getDayOfWeek()))
                .toList();
        var goods = goods(those);
        return Optional.of(days.word() + oclock(hour) + "左右" + (goods.isEmpty() ? "来" : "：" + String.join("、", goods)));
    }

    /** The hour within half an hour of which most visits fall; of several the earliest. */
    private static int usualHour(List<Visit> visits) {
        int best = 0;
        long most = 0;
        for (int hour = 0; hour < 24; hour++) {
            var candidate = hour;
            var count = visits.stream().filter(visit -> near(visit, candidate)).count();
            var closer =
                    visits.stream().filter(visit -> rounded(visit) == candidate).count();
            if (count * 1000 + closer > most) {
                most = count * 1000 + closer;
                best = hour;
            }
        }
        return best;
    }

    private static boolean near(Visit visit, int hour) {
        var minutes = Math.floorMod(visit.at().getHour() * 60 + visit.at().getMinute() - hour * 60, 1440);
        return minutes <= 60 || minutes >= 1440 - 60;
    }

    private static int rounded(Visit visit) {
        return (visit.at().getHour() + (visit.at().getMinute() >= 30 ? 1 : 0)) % 24;
    }

    private record Days(String word, Set<DayOfWeek> on) {}

    private static Days days(List<Visit> usual) {
        var counts = usual.stream()
                .collect(Collectors.groupingBy(
                        visit -> visit.at().getDayOfWeek(),
                        Collectors.mapping(visit -> visit.at().toLocalDate(), Collectors.toSet())));
        var most = counts.entrySet().stream()
                .max(Comparator.<Map.Entry<DayOfWeek, Set<LocalDate>>>comparingInt(
                                day -> day.getValue().size())
                        .thenComparing(day -> -day.getKey().getValue()))
                .orElseThrow();
        int all = counts.values().stream().mapToInt(Set::size).sum();
        if (most.getValue().size() >= VISITS && most.getValue().size() * 100 >= all * MOST) {
            var name = most.getKey().getDisplayName(TextStyle.NARROW, Locale.SIMPLIFIED_CHINESE);
            return new Days("每周" + name, Set.of(most.getKey()));
        }
        var weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        int weekends = counts.entrySet().stream()
                .filter(day -> weekend.contains(day.getKey()))
                .mapToInt(day -> day.getValue().size())
                .sum();
        if (weekends * 100 >= all * NEARLY_ALL) {
            return new Days("周末", weekend);
        }
        var every = Set.of(DayOfWeek.values());
        if ((all - weekends) * 100 >= all * NEARLY_ALL) {
            return new Days("工作日", every);
        }
        return new Days("常在", every);
    }

    /** What is in at least half of the visits, most often first. */
    private static List<String> goods(List<Visit> visits) {
        var counts = visits.stream()
                .flatMap(visit ->
                        visit.bill().lines().stream().map(BillLine::name).distinct())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(one -> one.getValue() * 2 >= visits.size())
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_GOODS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Nobody says 早上 of eight in this sentence, but eight in the evening has to be told from it. */
    private static String oclock(int hour) {
        if (hour < 5) {
            return "凌晨" + NUMBERS[hour] + "点";
        }
        if (hour <= 12) {
            return NUMBERS[hour] + "点";
        }
        return (hour < 18 ? "下午" : "晚上") + NUMBERS[hour - 12] + "点";
    }
}
