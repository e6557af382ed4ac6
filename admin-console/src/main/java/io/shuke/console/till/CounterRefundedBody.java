package io.shuke.console.till;

import io.shuke.marketing.till.RefundedBill;

/** @param moneyFen what the clerk hands back; the rest went back to the balance */
record CounterRefundedBody(String id, long amountFen, long moneyFen, long leftFen, long pointsTakenBack) {

    static CounterRefundedBody of(RefundedBill one) {
        return new CounterRefundedBody(
                Long.toString(one.id()), one.amountFen(), one.moneyFen(), one.leftFen(), one.pointsTakenBack());
    }
}
