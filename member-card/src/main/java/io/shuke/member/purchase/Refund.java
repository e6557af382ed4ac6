package io.shuke.member.purchase;

import io.shuke.member.ground.Fen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes back of a bill: goods, money, or both. A bill for which nothing was paid is taken back with 0.
 *
 * @param orderNo the refund's own number, used once for each bill
 * @param items may be none
 * @param amount null for what the goods are worth after the bill's discount, or for all that is left when there are none
 */
public record Refund(
        BillId bill,
        String orderNo,
        List<Item> items,
        @Nullable Fen amount,
        Instant at) {

    /** @param line counted from 1 */
    public record Item(int line, int quantity) {

        public Item {
            if (line < 1) {
                throw PurchaseRefusal.noSuchLine(line);
            }
            if (quantity < 1) {
                throw PurchaseRefusal.refundNotPositive();
            }
        }
    }

    public Refund {
        Order.checkNumber(orderNo);
        items = List.copyOf(items);
        if (amount != null && amount.value() < 0) {
            throw PurchaseRefusal.refundNotPositive();
        }
        if (items.stream().map(Item::line).distinct().count() < items.size()) {
            throw PurchaseRefusal.badLine();
        }
    }

    public static Refund whole(BillId bill, String orderNo, Instant at) {
        return new Refund(bill, orderNo, List.of(), null, at);
    }
}
