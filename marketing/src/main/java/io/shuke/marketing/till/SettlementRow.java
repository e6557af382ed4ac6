package io.shuke.marketing.till;

import io.shuke.member.membership.MemberId;
import io.shuke.member.purchase.BillId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** @param coupons what each coupon took off, {@code id=fen}, separated by commas */
record SettlementRow(
        long id,
        long keyId,
        long storeId,
        String orderNo,
        @Nullable Long memberId,
        byte[] content,
        String level,
        long totalFen,
        long levelFen,
        long couponFen,
        String coupons,
        long points,
        long pointsFen,
        long principalFen,
        long giftFen,
        long paidFen,
        long pointsEarned,
        long growth,
        String explained,
        @Nullable String withheld,
        Instant settledAt) {

    static SettlementRow of(Settlement one, TillKey key, byte[] content, Map<Long, Long> coupons) {
        return new SettlementRow(
                one.id().value(),
                key.id().value(),
                one.store(),
                one.orderNo(),
                one.member() == null ? null : one.member().value(),
                content,
                one.level(),
                one.totalFen(),
                one.levelFen(),
                one.couponFen(),
                stored(coupons),
                one.points(),
                one.pointsFen(),
                one.principalFen(),
                one.giftFen(),
                one.paidFen(),
                one.pointsEarned(),
                one.growth(),
                String.join("\n", one.explained()),
                one.withheld(),
                one.at());
    }

    Settlement toDomain() {
        return new Settlement(
                new BillId(id),
                storeId,
                orderNo,
                memberId == null ? null : new MemberId(memberId),
                level,
                totalFen,
                levelFen,
                couponFen,
                points,
                pointsFen,
                principalFen,
                giftFen,
                paidFen,
                pointsEarned,
                growth,
                explained.lines().toList(),
                withheld,
                settledAt);
    }

    private static String stored(Map<Long, Long> coupons) {
        return coupons.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(","));
    }

    Map<Long, Long> couponShares() {
        var shares = new TreeMap<Long, Long>();
        Arrays.stream(coupons.split(",")).filter(one -> !one.isEmpty()).forEach(one -> {
            int at = one.indexOf('=');
            shares.put(Long.parseLong(one.substring(0, at)), Long.parseLong(one.substring(at + 1)));
        });
        return shares;
    }
}
