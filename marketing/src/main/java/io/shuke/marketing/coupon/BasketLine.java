package io.shuke.marketing.coupon;

/**
 * One line of a bill before any discount.
 *
 * @param quantity pieces, 1 to 9999
 * @param amountFen for all of them
 */
public record BasketLine(String sku, String name, String category, int quantity, long amountFen) {

    public BasketLine {
        if (quantity < 1 || quantity > 9999 || amountFen < 0 || amountFen > Basket.MOST_FEN) {
            throw CouponRefusal.basketImpossible();
        }
    }

    /**
     * What belongs to the pieces returned now, so that all returns together come to the whole exactly.
     *
     * @param whole an amount of the line, such as its share of a discount
     * @param before how many pieces were returned earlier
     */
    public long part(long whole, int before, int now) {
        if (before < 0 || now < 1 || before + now > quantity) {
            throw CouponRefusal.basketImpossible();
        }
        return whole * (before + now) / quantity - whole * before / quantity;
    }
}
