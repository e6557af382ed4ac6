package io.shuke.marketing.till;

/**
 * A bill was refunded, wholly or in part; published inside the transaction.
 *
 * @param whole whether nothing is left of the bill
 */
public record BillRefunded(Settlement settlement, RefundedBill refund, boolean whole) {}
