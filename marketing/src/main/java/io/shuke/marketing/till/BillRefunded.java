package io.shuke.marketing.till;

import io.shuke.member.purchase.Refund;
import io.shuke.member.purchase.Refunded;
import java.util.List;

/**
 * A bill was refunded, wholly or in part; published inside the transaction.
 *
 * @param decided what became of the purchase: whether anything is left of it
 * @param items the pieces that went back; none when only money did
 */
public record BillRefunded(Settlement settlement, Refunded decided, List<Refund.Item> items) {

    public BillRefunded {
        items = List.copyOf(items);
    }
}
