package io.shuke.member.purchase;

import io.shuke.member.ground.Fen;

/**
 * One line of a bill.
 *
 * @param sku the shop's own number of the goods, may be empty
 * @param category may be empty
 * @param amount for the whole quantity, before any discount
 */
public record BillLine(String sku, String name, String category, int quantity, Fen amount) {

    private static final int LONGEST_SKU = 40;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_CATEGORY = 30;
    private static final int LARGEST_QUANTITY = 10_000;

    public BillLine {
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || sku.length() > LONGEST_SKU
                || category.length() > LONGEST_CATEGORY) {
            throw PurchaseRefusal.badLine();
        }
        if (quantity < 1 || quantity > LARGEST_QUANTITY || amount.value() < 0) {
            throw PurchaseRefusal.badLine();
        }
    }
}
