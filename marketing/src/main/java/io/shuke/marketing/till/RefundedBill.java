package io.shuke.marketing.till;

import io.shuke.member.purchase.BillId;
import java.time.Instant;

/**
 * What a refund took back and gave back.
 *
 * @param amountFen in money and to the balance together
 * @param moneyFen what the till hands back
 * @param principalFen back to what the member had paid in
 * @param giftFen back to what was given on top
 * @param pointsTakenBack of what the bill had earned; less what has expired of it meanwhile
 * @param pointsGivenBack of what the member had spent on it
 * @param leftFen of the bill, after this refund
 */
public record RefundedBill(
        long id,
        BillId bill,
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
        Instant at) {

    RefundedBill takingBack(long points) {
        return new RefundedBill(
                id,
                bill,
                orderNo,
                amountFen,
                moneyFen,
                principalFen,
                giftFen,
                points,
                pointsGivenBack,
                growthTakenBack,
                leftFen,
                whole,
                at);
    }
}
