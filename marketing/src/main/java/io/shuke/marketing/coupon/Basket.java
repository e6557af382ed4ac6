package io.shuke.marketing.coupon;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What somebody is about to pay for, as far as coupons ask.
 *
 * @param at by the shop's clock
 * @param level the member's step, 1 for everybody
 * @param lines at most 200
 */
public record Basket(
        long store, SalesChannel channel, LocalDateTime at, int level, List<BasketLine> lines, long shippingFen) {

    /** Ten million yuan, and products of two of them still fit. */
    static final long MOST_FEN = 1_000_000_000;

    private static final int MOST_LINES = 200;

    public Basket {
        lines = List.copyOf(lines);
        var total = shippingFen;
        for (var line : lines) {
            total += line.amountFen();
        }
        if (lines.size() > MOST_LINES || shippingFen < 0 || shippingFen > MOST_FEN || total > MOST_FEN) {
            throw CouponRefusal.basketImpossible();
        }
    }

    public long goodsFen() {
        return lines.stream().mapToLong(BasketLine::amountFen).sum();
    }

    public long totalFen() {
        return goodsFen() + shippingFen;
    }
}
