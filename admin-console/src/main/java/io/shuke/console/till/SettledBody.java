package io.shuke.console.till;

import io.shuke.marketing.till.Settlement;
import org.jspecify.annotations.Nullable;

/** @param pointsWithheld the code of why nothing was earned */
record SettledBody(
        String id,
        String orderNo,
        long amountFen,
        long discountFen,
        long balanceFen,
        long paidFen,
        long pointsEarned,
        @Nullable String pointsWithheld) {

    static SettledBody of(Settlement one) {
        return new SettledBody(
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
