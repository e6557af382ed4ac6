package io.shuke.console.till;

import io.shuke.marketing.till.RefundedBill;

/** @param moneyFen what the clerk hands back; the rest went back to the balance */
record RefundedBody(String id, long amountFen, long moneyFen, long leftFen, long pointsTakenBack) {

    static RefundedBody of(RefundedBill one) {
        return new RefundedBody(
                Long.toString(one.id()), one.amountFen(), one.moneyFen(), one.leftFen(), one.pointsTakenBack());
    }
}
