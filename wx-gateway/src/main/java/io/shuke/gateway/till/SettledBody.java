package io.shuke.gateway.till;

import io.shuke.marketing.till.Settlement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bill as it was settled.
 *
 * @param totalFen discount, balance and money together
 * @param stamps what the bill put on stamp cards
 * @param explained the whole of it in words, line by line, for the customer to read
 * @param pointsWithheld the code of why nothing was earned
 */
record SettledBody(
        String id,
        String orderNo,
        long totalFen,
        long discountFen,
        long levelFen,
        long couponFen,
        long pointsSpent,
        long pointsFen,
        long balanceFen,
        long paidFen,
        long pointsEarned,
        @Nullable String pointsWithheld,
        String level,
        List<String> stamps,
        List<String> explained,
        OffsetDateTime at) {

    static SettledBody of(Settlement one, List<String> stamps) {
        return new SettledBody(
                one.id().toString(),
                one.orderNo(),
                one.totalFen(),
                one.discountFen(),
                one.levelFen(),
                one.couponFen(),
                one.points(),
                one.pointsFen(),
                one.balanceFen(),
                one.paidFen(),
                one.pointsEarned(),
                one.withheld(),
                one.level(),
                stamps,
                one.explained(),
                one.at().atOffset(ZoneOffset.UTC));
    }
}
