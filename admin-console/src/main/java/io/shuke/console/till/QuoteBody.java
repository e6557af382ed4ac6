package io.shuke.console.till;

import io.shuke.marketing.coupon.Reckoning;
import java.util.List;

/**
 * What is to be paid, and why not more.
 *
 * @param couponIds that are used
 * @param handOver what the clerk hands over beside the bill
 */
record QuoteBody(
        long amountFen,
        long payableFen,
        List<StepBody> steps,
        List<String> couponIds,
        long points,
        long balanceFen,
        List<String> handOver) {

    record StepBody(String text, long fen) {}

    static QuoteBody of(Reckoning reckoning) {
        return new QuoteBody(
                reckoning.totalFen(),
                reckoning.payableFen(),
                reckoning.steps().stream()
                        .map(step -> new StepBody(step.text(), step.fen()))
                        .toList(),
                reckoning.coupons().stream()
                        .map(step -> String.valueOf(step.coupon()))
                        .toList(),
                reckoning.points(),
                reckoning.balanceFen(),
                reckoning.handOver());
    }
}
