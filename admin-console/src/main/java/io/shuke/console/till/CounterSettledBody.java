package io.shuke.console.till;

import io.shuke.marketing.till.Settlement;
import org.jspecify.annotations.Nullable;

/** @param pointsWithheld the code of why nothing was earned */
record CounterSettledBody(
        String id,
        String orderNo,
        long amountFen,
        long discountFen,
        long balanceFen,
        long paidFen,
        long pointsEarned,
        @Nullable String pointsWithheld) {

    static CounterSettledBody of(Settlement one) {
        return new CounterSettledBody(
                one.id().toString(),
                one.orderNo(),
                one.totalFen(),
                one.discountFen(),
                one.balanceFen(),
                one.paidFen(),
                one.pointsEarned(),
                one.withheld());
    }
}
