package io.shuke.marketing.coupon;

import java.util.ArrayList;
import java.util.Comparator;

/**
 * The one place where it is computed what a coupon takes off. Every discount is rounded down to whole 分, spread over the
 * lines it is for in proportion to what is still to be paid for them, and never more than that.
 */
final class Discount {

    private final Basket basket;
    /** What one piece of each line costs when coupons begin; a later coupon does not make the piece cheaper for the next. */
    private final long[] unit;

    /** @param due of each line, the shipping fee last, after the level's discount */
    Discount(Basket basket, long[] due) {
        this.basket = basket;
        this.unit = new long[basket.lines().size()];
        for (int line = 0; line < unit.length; line++) {
            unit[line] = due[line] / basket.lines().get(line).quantity();
        }
    }

    /** @param due what is still to be paid, for each line and the shipping fee last */
    long[] of(Usable coupon, long[] due) {
        var benefit = coupon.benefit();
        var goods = coupon.terms().goods();
        if (benefit instanceof Benefit.Exchange one) {
            return piece(one.sku(), due);
        }
        if (benefit instanceof Benefit.Gift one) {
            return piece(one.sku(), due);
        }
        if (benefit instanceof Benefit.SecondHalf second) {
            return seconds(second, goods, due);
        }
        if (benefit instanceof Benefit.Discounted rate) {
            var eligible = eligible(goods, due);
            var off = sum(eligible) * (100 - rate.payPercent()) / 100;
            return spread(rate.capFen() == 0 ? off : Math.min(off, rate.capFen()), eligible);
        }
        if (benefit instanceof Benefit.FullReduction reduction) {
            return spread(reduction.offFen(), eligible(goods, due));
        }
        if (benefit instanceof Benefit.Voucher voucher) {
            return spread(voucher.worthFen(), eligible(goods, due));
        }
        if (benefit instanceof Benefit.FreeShipping shipping) {
            var fee = due[due.length - 1];
            var off = new long[due.length];
            off[due.length - 1] = shipping.capFen() == 0 ? fee : Math.min(fee, shipping.capFen());
            return off;
        }
        throw new IllegalStateException("no such benefit: " + benefit.kind());
    }

    /** One piece of the dearest line with that sku. */
    private long[] piece(String sku, long[] due) {
        var off = new long[due.length];
        int dearest = -1;
        for (int line = 0; line < unit.length; line++) {
            if (!sku.isEmpty()
                    && basket.lines().get(line).sku().equals(sku)
                    && due[line] > 0
                    && (dearest < 0 || unit[line] > unit[dearest])) {
                dearest = line;
            }
        }
        if (dearest >= 0) {
            off[dearest] = Math.min(unit[dearest], due[dearest]);
        }
        return off;
    }

    private record Piece(int line, long fen) {}

    private long[] seconds(Benefit.SecondHalf second, Goods goods, long[] due) {
        var pieces = new ArrayList<Piece>();
        for (int line = 0; line < unit.length; line++) {
            var one = basket.lines().get(line);
            for (int n = 0; goods.has(one) && n < Math.min(one.quantity(), 2 * second.pairs()); n++) {
                pieces.add(new Piece(line, unit[line]));
            }
        }
        pieces.sort(Comparator.comparingLong(Piece::fen).reversed().thenComparingInt(Piece::line));
        var off = new long[due.length];
        for (int pair = 0; pair < second.pairs() && 2 * pair + 1 < pieces.size(); pair++) {
            var cheaper = pieces.get(2 * pair + 1);
            off[cheaper.line()] += cheaper.fen() * (100 - second.payPercent()) / 100;
        }
        for (int line = 0; line < off.length; line++) {
            off[line] = Math.min(off[line], due[line]);
        }
        return off;
    }

    /** What is due for the goods that count; nothing for all others and for shipping. */
    long[] eligible(Goods goods, long[] due) {
        var eligible = new long[due.length];
        for (int line = 0; line < unit.length; line++) {
            eligible[line] = goods.has(basket.lines().get(line)) ? due[line] : 0;
        }
        return eligible;
    }

    /**
     * Spreads an amount in proportion to the weights, but never more than they come to: whole 分, the largest remainders
     * first, of equal ones the earlier line.
     */
    static long[] spread(long wanted, long[] weights) {
        var sum = sum(weights);
        var amount = Math.min(wanted, sum);
        var shares = new long[weights.length];
        if (amount == 0) {
            return shares;
        }
        var left = amount;
        var order = new ArrayList<Integer>();
        for (int line = 0; line < weights.length; line++) {
            shares[line] = amount * weights[line] / sum;
            left -= shares[line];
            order.add(line);
        }
        order.sort(Comparator.comparingLong((Integer line) -> amount * weights[line] % sum)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
        for (int line : order.subList(0, (int) left)) {
            shares[line]++;
        }
        return shares;
    }

    static long sum(long[] amounts) {
        long sum = 0;
        for (var amount : amounts) {
            sum += amount;
        }
        return sum;
    }
}
