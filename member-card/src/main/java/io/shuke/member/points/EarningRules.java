package io.shuke.member.points;

import io.shuke.member.purchase.Bill;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a bill gives in points. Every line earns on what was paid for it: rate × level × category × store × the best window
 * of the day. Windows do not multiply each other. The sum of the lines is rounded down, once for each bill, so no shop pays
 * a point for less than it asks.
 *
 * @param pointsPerHundredYuan 100 is one point a yuan; 0 to 100 000
 * @param levels other rates by level step
 * @param categories percent by category: 200 counts double, 0 not at all; what is not named counts 100
 * @param stores percent by store
 * @param dailyCap points from purchases a member can get on one day, null for any number
 */
public record EarningRules(
        int pointsPerHundredYuan,
        Map<Integer, Integer> levels,
        Map<String, Integer> categories,
        Map<Long, Integer> stores,
        List<Window> windows,
        @Nullable Long dailyCap) {

    private static final int HIGHEST_RATE = 100_000;
    private static final int MOST = 50;

    /** 分 a yuan, hundred yuan a rate, and a hundred for each of level, category, store and window. */
    private static final BigInteger WHOLE = BigInteger.TEN.pow(4 + 4 * 2);

    public EarningRules {
        levels = Map.copyOf(levels);
        categories = Map.copyOf(categories);
        stores = Map.copyOf(stores);
        windows = List.copyOf(windows);
        checkRate(pointsPerHundredYuan);
        levels.values().forEach(EarningRules::checkRate);
        categories.values().forEach(Window::checkPercent);
        stores.values().forEach(Window::checkPercent);
        if (levels.size() > MOST || categories.size() > MOST || stores.size() > MOST || windows.size() > MOST) {
            throw PointsRefusal.rulesImpossible("每类规则最多 " + MOST + " 条");
        }
        if (windows.stream()
                        .map(window -> window.kind() + ":" + window.on())
                        .distinct()
                        .count()
                < windows.size()) {
            throw PointsRefusal.rulesImpossible("同一天只能有一条多倍积分规则");
        }
        if (dailyCap != null && (dailyCap < 1 || dailyCap > 1_000_000)) {
            throw PointsRefusal.rulesImpossible("每日上限在 1 到 1000000 之间");
        }
    }

    /** One point a yuan for everybody, and nothing else. */
    public static EarningRules usual() {
        return new EarningRules(100, Map.of(), Map.of(), Map.of(), List.of(), null);
    }

    private static void checkRate(int rate) {
        if (rate < 0 || rate > HIGHEST_RATE) {
            throw PointsRefusal.rulesImpossible("每 100 元积分在 0 到 " + HIGHEST_RATE + " 之间");
        }
    }

    /** Whether they ask for the member's birthday, which is sealed and dear to read. */
    public boolean lookAtBirthdays() {
        return windows.stream().anyMatch(window -> window.kind().birthday());
    }

    /** @param day of the bill in the shop's zone */
    public Earned earn(Bill bill, MemberFacts facts, LocalDate day) {
        var words = new ArrayList<String>();
        var rate = levels.getOrDefault(facts.step(), pointsPerHundredYuan);
        var window = best(facts, day);
        var store = stores.getOrDefault(bill.order().storeId(), 100);
        window.ifPresent(one -> words.add(one.words()));
        if (facts.levelPercent() != 100) {
            words.add("等级" + Window.times(facts.levelPercent()));
        }
        if (store != 100) {
            words.add("门店" + Window.times(store));
        }
        var perFen = BigInteger.valueOf(rate)
                .multiply(BigInteger.valueOf(facts.levelPercent()))
                .multiply(BigInteger.valueOf(store))
                .multiply(BigInteger.valueOf(window.map(Window::percent).orElse(100)));
        var points = weighed(bill, words).multiply(perFen).divide(WHOLE).longValueExact();
        return capped(points, facts, words);
    }

    /** What was paid in 分, each line a hundred times its category's weight. */
    private BigInteger weighed(Bill bill, List<String> words) {
        if (bill.lines().isEmpty()) {
            return BigInteger.valueOf(bill.paid().value()).multiply(BigInteger.valueOf(100));
        }
        var shares = bill.shares();
        var sum = BigInteger.ZERO;
        for (int i = 0; i < shares.size(); i++) {
            var category = bill.lines().get(i).category();
            var percent = categories.getOrDefault(category, 100);
            if (percent != 100) {
                var word = percent == 0 ? category + "不积分" : category + Window.times(percent);
                if (!words.contains(word)) {
                    words.add(word);
                }
            }
            sum = sum.add(BigInteger.valueOf(shares.get(i).value()).multiply(BigInteger.valueOf(percent)));
        }
        return sum;
    }

    private Optional<Window> best(MemberFacts facts, LocalDate day) {
        var boost = facts.boosted() ? List.of(Window.boost(facts.boostPercent())) : List.<Window>of();
        return java.util.stream.Stream.concat(windows.stream(), boost.stream())
                .filter(window -> window.holds(facts, day) && window.percent() > 100)
                .max(java.util.Comparator.comparingInt(Window::percent));
    }

    private Earned capped(long points, MemberFacts facts, List<String> words) {
        if (dailyCap == null) {
            return new Earned(points, words);
        }
        var left = Math.max(0, dailyCap - facts.earnedToday());
        if (points > left) {
            words.add("已达每日上限 " + dailyCap + " 分");
        }
        return new Earned(Math.min(points, left), words);
    }
}
