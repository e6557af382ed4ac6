package io.shuke.marketing.coupon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One combination tried on a bill: the level's discount first, then the coupons in the order of their kinds.
 *
 * @param level what the level takes off, for each line
 * @param coupons each with what it takes off, for each line and the shipping fee last
 * @param due what is left to be paid, for each line and the shipping fee last
 * @param against the first coupon that cannot be used so, and why; null for a legal combination
 */
record Trial(
        long[] level,
        Map<Usable, long[]> coupons,
        long[] due,
        @Nullable Against against) {

    record Against(Usable coupon, String why) {}

    /** The better one is the greater. */
    static final Comparator<Trial> BETTER = Comparator.comparingLong(Trial::off)
            .thenComparingInt(Trial::handedOver)
            .thenComparing(trial -> trial.coupons().size(), Comparator.reverseOrder())
            .thenComparing(trial -> Discount.sum(trial.level()) > 0)
            .thenComparing(Trial::used, Trial::laterFirst);

    static Trial of(Basket basket, List<Usable> chosen, int payPercent) {
        var due = new long[basket.lines().size() + 1];
        for (int line = 0; line < basket.lines().size(); line++) {
            due[line] = basket.lines().get(line).amountFen();
        }
        var level = Discount.spread(Discount.sum(due) * (100 - payPercent) / 100, due);
        take(level, due);
        due[due.length - 1] = basket.shippingFen();
        var discount = new Discount(basket, due);
        var coupons = new LinkedHashMap<Usable, long[]>();
        var before = due.clone();
        @Nullable Against against = null;
        for (var coupon : chosen.stream().sorted(Usable.APPLIED).toList()) {
            var goods = Discount.sum(discount.eligible(coupon.terms().goods(), before));
            var off = discount.of(coupon, due);
            if (against == null) {
                against = refused(coupon, goods, Discount.sum(off));
            }
            take(off, due);
            coupons.put(coupon, off);
        }
        return new Trial(level, coupons, due, against);
    }

    private static void take(long[] off, long[] due) {
        for (int line = 0; line < off.length; line++) {
            due[line] -= off[line];
        }
    }

    private static @Nullable Against refused(Usable coupon, long goodsFen, long offFen) {
        var missing = coupon.terms().thresholdFen() - goodsFen;
        if (missing > 0) {
            return new Against(
                    coupon, "未满 " + Words.yuan(coupon.terms().thresholdFen()) + " 元，还差 " + Words.yuan(missing) + " 元");
        }
        if (offFen > 0 || isHandedOver(coupon)) {
            return null;
        }
        return new Against(coupon, coupon.benefit().kind() == Benefit.Kind.EXCHANGE ? "账单上没有可兑换的商品" : "这张账单用不上");
    }

    /** What needs no line on the bill: the staff hand it over. */
    private static boolean isHandedOver(Usable coupon) {
        var benefit = coupon.benefit();
        return benefit instanceof Benefit.Gift
                || benefit instanceof Benefit.Exchange exchange
                        && exchange.sku().isEmpty();
    }

    long off() {
        var off = Discount.sum(level);
        for (var coupon : coupons.values()) {
            off += Discount.sum(coupon);
        }
        return off;
    }

    /** Names of what the staff hand over: a gift that stands on the bill has been taken off it instead. */
    List<String> things() {
        var things = new ArrayList<String>();
        coupons.forEach((coupon, off) -> {
            if (Discount.sum(off) == 0 && isHandedOver(coupon)) {
                things.add(
                        coupon.benefit() instanceof Benefit.Gift gift
                                ? gift.name()
                                : coupon.benefit() instanceof Benefit.Exchange exchange
                                        ? exchange.name()
                                        : coupon.title());
            }
        });
        return things;
    }

    private int handedOver() {
        return things().size();
    }

    private List<Usable> used() {
        return coupons.keySet().stream().sorted(Usable.SOONEST).toList();
    }

    private static int laterFirst(List<Usable> one, List<Usable> other) {
        for (int n = 0; n < Math.min(one.size(), other.size()); n++) {
            var order = Usable.SOONEST.compare(other.get(n), one.get(n));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
