package io.shuke.member.purchase;

import io.shuke.member.ground.Fen;
import java.util.List;
import java.util.Map;

/**
 * How far a bill has gone back.
 *
 * @param refundedFen in sum
 * @param returned pieces by line, counted from 1
 */
record Refunding(Bill bill, long refundedFen, boolean voided, Map<Integer, Integer> returned) {

    /** @throws PurchaseRefusal when more would go back than came */
    Fen amountOf(Refund refund) {
        if (voided) {
            throw PurchaseRefusal.refundedAlready();
        }
        refund.items().forEach(this::check);
        var asked = refund.amount();
        var left = left();
        if (asked == null) {
            return new Fen(refund.items().isEmpty() ? left : Math.min(left, worth(refund.items())));
        }
        if (asked.value() > left) {
            throw PurchaseRefusal.moreThanPaid(left);
        }
        if (asked.value() == 0 && left > 0 && refund.items().isEmpty()) {
            throw PurchaseRefusal.refundNotPositive();
        }
        return asked;
    }

    long left() {
        return bill.paid().value() - refundedFen;
    }

    /** Nothing of the money is left, or no goods: either way nobody counts it as a visit any more. */
    boolean endsWith(Refund refund, Fen amount) {
        if (bill.paid().value() > 0) {
            return amount.value() == left();
        }
        return refund.items().isEmpty() || everythingReturned(refund);
    }

    private boolean everythingReturned(Refund refund) {
        var back = new java.util.HashMap<>(returned);
        refund.items().forEach(item -> back.merge(item.line(), item.quantity(), Integer::sum));
        for (int line = 1; line <= bill.lines().size(); line++) {
            if (back.getOrDefault(line, 0) < bill.lines().get(line - 1).quantity()) {
                return false;
            }
        }
        return true;
    }

    private void check(Refund.Item item) {
        if (item.line() > bill.lines().size()) {
            throw PurchaseRefusal.noSuchLine(item.line());
        }
        var left = bill.lines().get(item.line() - 1).quantity() - returned.getOrDefault(item.line(), 0);
        if (item.quantity() > left) {
            throw PurchaseRefusal.moreThanBought(item.line(), left);
        }
    }

    /** Reckoned from what has gone back in sum, so that piece by piece comes to exactly what all at once does. */
    private long worth(List<Refund.Item> items) {
        var shares = bill.shares();
        long worth = 0;
        for (var item : items) {
            var quantity = bill.lines().get(item.line() - 1).quantity();
            var share = shares.get(item.line() - 1).value();
            var before = returned.getOrDefault(item.line(), 0);
            worth += share * (before + item.quantity()) / quantity - share * before / quantity;
        }
        return worth;
    }
}
