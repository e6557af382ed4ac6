package io.shuke.marketing.till;

import io.shuke.member.purchase.BillId;
import java.time.Instant;

record RefundRow(
        long id,
        long billId,
        String orderNo,
        long amountFen,
        long moneyFen,
        long principalFen,
        long giftFen,
        long pointsTakenBack,
        long pointsGivenBack,
        long growthTakenBack,
        long leftFen,
        boolean whole,
        Instant refundedAt) {

    static RefundRow of(RefundedBill one) {
        return new RefundRow(
                one.id(),
                one.bill().value(),
                one.orderNo(),
                one.amountFen(),
                one.moneyFen(),
                one.principalFen(),
                one.giftFen(),
                one.pointsTakenBack(),
                one.pointsGivenBack(),
                one.growthTakenBack(),
                one.leftFen(),
                one.whole(),
                one.at());
    }

    RefundedBill toDomain() {
        return new RefundedBill(
                id,
                new BillId(billId),
                orderNo,
                amountFen,
                moneyFen,
                principalFen,
                giftFen,
                pointsTakenBack,
                pointsGivenBack,
                growthTakenBack,
                leftFen,
                whole,
                refundedAt);
    }
}
