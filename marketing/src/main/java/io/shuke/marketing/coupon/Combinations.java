package io.shuke.marketing.coupon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks for the best combination among the legal ones: of each group one coupon, or one that stands alone. */
final class Combinations {

    static final int MOST = 4096;

    private final Basket basket;
    private final List<Usable> atHand;
    private final Paying paying;
    private final Map<Usable, String> why = new LinkedHashMap<>();
    private final List<Usable> alone = new ArrayList<>();
    private final boolean levelCounts;
    private boolean whole = true;

    Combinations(Basket basket, List<Usable> atHand, Paying paying) {
        this.basket = basket;
        this.atHand = atHand.stream().sorted(Usable.SOONEST).toList();
        this.paying = paying;
        this.levelCounts = paying.level().payPercent() < 100;
    }

    Reckoning exactly() {
        var groups = new HashSet<String>();
        for (var coupon : atHand) {
            refuse(coupon, coupon.terms().against(basket));
            var together = coupon.terms().stacking().alone() && atHand.size() > 1
                    || !groups.add(coupon.terms().stacking().group());
            refuse(coupon, together ? "不能与其他所选的券同用" : null);
        }
        var better = better(tried(atHand, true), tried(atHand, false));
        if (better.against() != null) {
            refuse(better.against().coupon(), better.against().why());
        }
        return reckoned(better);
    }

    private static void refuse(Usable coupon, @Nullable String why) {
        if (why != null) {
            throw CouponRefusal.notUsable(coupon.title(), why);
        }
    }

    /** A legal one before one that is not. */
    private static Trial better(Trial one, Trial other) {
        if ((one.against() == null) != (other.against() == null)) {
            return one.against() == null ? one : other;
        }
        return Trial.BETTER.compare(other, one) > 0 ? other : one;
    }

    Reckoning best() {
        var groups = groups();
        var best = better(tried(List.of(), true), tried(List.of(), false));
        for (var one : alone) {
            best = better(best, legal(List.of(one)));
        }
        best = search(List.copyOf(groups.values()), 0, new ArrayList<>(), best);
        for (var coupon : atHand) {
            if (!best.coupons().containsKey(coupon)) {
                why.putIfAbsent(coupon, "已选用更优惠的组合");
            }
        }
        return reckoned(best);
    }

    private Trial search(List<List<Usable>> groups, int group, List<Usable> chosen, Trial soFar) {
        if (group == groups.size()) {
            return chosen.isEmpty() ? soFar : better(soFar, legal(chosen));
        }
        var best = search(groups, group + 1, chosen, soFar);
        for (var coupon : groups.get(group)) {
            chosen.add(coupon);
            best = search(groups, group + 1, chosen, best);
            chosen.remove(chosen.size() - 1);
        }
        return best;
    }

    private Trial legal(List<Usable> chosen) {
        return better(tried(chosen, true), tried(chosen, false));
    }

    private Trial tried(List<Usable> chosen, boolean withLevel) {
        var level = withLevel
                && levelCounts
                && chosen.stream().allMatch(one -> one.terms().stacking().withLevel());
        return Trial.of(basket, chosen, level ? paying.level().payPercent() : 100);
    }

    /** The coupons worth trying: one of each offer, by group; those that stand alone are kept apart. */
    private Map<String, List<Usable>> groups() {
        var groups = new TreeMap<String, List<Usable>>();
        var offers = new HashSet<Long>();
        for (var coupon : atHand) {
            var against = coupon.terms().against(basket);
            var byItself = legal(List.of(coupon)).against();
            if (against == null && byItself != null) {
                against = byItself.why();
            }
            if (against == null
                    && coupon.benefit() instanceof Benefit.Exchange exchange
                    && exchange.sku().isEmpty()) {
                against = "由店员核销后交付" + exchange.name();
            }
            if (against != null) {
                why.put(coupon, against);
            } else if (offers.add(coupon.offer())) {
                var stacking = coupon.terms().stacking();
                (stacking.alone() ? alone : groups.computeIfAbsent(stacking.group(), any -> new ArrayList<>()))
                        .add(coupon);
            } else {
                why.put(coupon, "同一活动每单限用一张");
            }
        }
        thin(groups);
        return groups;
    }

    /** Leaves aside what takes off least by itself until the combinations can all be tried. */
    private void thin(Map<String, List<Usable>> groups) {
        while (combinations(groups) > MOST) {
            whole = false;
            var worst = groups.values().stream()
                    .flatMap(List::stream)
                    .min(Comparator.comparingLong(
                                    (Usable coupon) -> legal(List.of(coupon)).off())
                            .thenComparing(Usable.SOONEST.reversed()))
                    .orElseThrow();
            groups.values().forEach(group -> group.remove(worst));
        }
    }

    private static long combinations(Map<String, List<Usable>> groups) {
        long product = 1;
        for (var group : groups.values()) {
            product = Math.min(product * (1 + group.size()), 1L << 40);
        }
        return product;
    }

    private Reckoning reckoned(Trial trial) {
        return new Receipt(basket, trial, paying)
                .toReckoning(unused(trial.coupons().keySet()), whole);
    }

    private List<Reckoning.Unused> unused(Set<Usable> used) {
        return atHand.stream()
                .filter(coupon -> !used.contains(coupon))
                .map(coupon -> new Reckoning.Unused(coupon.coupon(), coupon.title(), why.getOrDefault(coupon, "未选用")))
                .toList();
    }
}
