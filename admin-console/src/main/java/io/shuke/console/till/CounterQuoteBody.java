package io.shuke.console.till;

import io.shuke.marketing.coupon.Reckoning;
import java.util.List;

/**
 * What is to be paid, and why not more.
 *
 * @param couponIds that are used
 * @param handOver what the clerk hands over beside the bill
 */
record CounterQuoteBody(
        long amountFen,
        long payableFen,
        List<CounterStepBody> steps,
        List<String> couponIds,
        long points,
        long balanceFen,
        List<String> handOver) {

    record CounterStepBody(String text, long fen) {}

    static CounterQuoteBody of(Reckoning reckoning) {
        return new CounterQuoteBody(
                reckoning.totalFen(),
                reckoning.payableFen(),
                reckoning.steps().stream()
                        .map(step -> new CounterStepBody(step.text(), step.fen()))
                        .toList(),
                reckoning.coupons().stream()
                        .map(step -> String.valueOf(step.coupon()))
                        .toList(),
                reckoning.points(),
                reckoning.balanceFen(),
                reckoning.handOver());
    }
}
