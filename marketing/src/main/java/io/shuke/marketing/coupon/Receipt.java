package io.shuke.marketing.coupon;

import io.shuke.marketing.coupon.Reckoning.Source;
import io.shuke.marketing.coupon.Reckoning.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Finishes a bill: points and the balance pay of what a combination has left, and every step is put into words. */
final class Receipt {

    private final Basket basket;
    private final Trial trial;
    private final Paying paying;
    private final List<Step> steps = new ArrayList<>();

    Receipt(Basket basket, Trial trial, Paying paying) {
        this.basket = basket;
        this.trial = trial;
        this.paying = paying;
    }

    Reckoning toReckoning(List<Reckoning.Unused> unused, boolean whole) {
        explainDiscounts();
        var due = Discount.sum(trial.due());
        var pointsFen = paying.offset().fen(paying.points(), due);
        var points = paying.offset().points(pointsFen);
        if (pointsFen > 0) {
            steps.add(new Step(Source.POINTS, null, "积分抵现（" + points + " 积分）", pointsFen));
        }
        var balance = Math.min(paying.balanceFen(), due - pointsFen);
        if (balance > 0) {
            steps.add(new Step(Source.BALANCE, null, "余额支付", balance));
        }
        var pointsShare = Discount.spread(pointsFen, trial.due());
        return new Reckoning(
                basket.totalFen(),
                steps,
                lines(pointsShare),
                trial.due()[pointsShare.length - 1] - pointsShare[pointsShare.length - 1],
                trial.off(),
                points,
                pointsFen,
                balance,
                due - pointsFen - balance,
                trial.things(),
                unused,
                whole);
    }

    private void explainDiscounts() {
        var level = Discount.sum(trial.level());
        if (level > 0) {
            steps.add(new Step(Source.LEVEL, null, paying.level().words(), level));
        } else if (paying.level().payPercent() < 100
                && basket.goodsFen() > 0
                && !trial.coupons().isEmpty()) {
            steps.add(new Step(Source.LEVEL, null, "本单不用" + paying.level().level() + "的折扣，用券更优惠", 0));
        }
        trial.coupons()
                .forEach((coupon, off) -> steps.add(new Step(
                        Source.COUPON,
                        coupon.coupon(),
                        coupon.called() + coupon.benefit().words(),
                        Discount.sum(off))));
    }

    private List<Reckoning.Line> lines(long[] points) {
        var lines = new ArrayList<Reckoning.Line>();
        for (int n = 0; n < basket.lines().size(); n++) {
            var shares = new TreeMap<Long, Long>();
            for (var coupon : trial.coupons().entrySet()) {
                if (coupon.getValue()[n] > 0) {
                    shares.put(coupon.getKey().coupon(), coupon.getValue()[n]);
                }
            }
            lines.add(new Reckoning.Line(
                    basket.lines().get(n), trial.level()[n], shares, points[n], trial.due()[n] - points[n]));
        }
        return lines;
    }
}
