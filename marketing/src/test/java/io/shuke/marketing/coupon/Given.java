package io.shuke.marketing.coupon;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/** A noodle shop's bills and coupons. */
final class Given {

    /** A Wednesday. */
    static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 25, 12, 0);

    static final Instant SOON = Instant.parse("2026-12-01T16:00:00Z");
    static final Validity MONTH = new Validity.Relative(0, 30);
    static final Terms PLAIN = Terms.plain(MONTH);

    private Given() {}

    static BasketLine line(String sku, int quantity, long amountFen) {
        return new BasketLine(sku, sku, sku.substring(0, 1), quantity, amountFen);
    }

    static Basket basket(BasketLine... lines) {
        return new Basket(1, SalesChannel.STORE, NOON, 1, List.of(lines), 0);
    }

    static Basket basket(long fen) {
        return basket(line("noodles", 1, fen));
    }

    static Basket delivered(long goodsFen, long shippingFen) {
        return new Basket(1, SalesChannel.DELIVERY, NOON, 1, List.of(line("noodles", 1, goodsFen)), shippingFen);
    }

    static Usable coupon(long id, Benefit benefit, Terms terms) {
        return new Usable(id, id, benefit.words(), benefit, terms, SOON);
    }

    static Usable coupon(Benefit benefit) {
        return coupon(1, benefit, PLAIN);
    }

    static Terms group(String group) {
        return PLAIN.stacking(new Stacking(group, false, true));
    }

    static Terms only(String sku) {
        return PLAIN.on(new Goods(Set.of(sku), Set.of()));
    }

    static Reckoning best(Basket basket, Usable... coupons) {
        return Reckoning.best(basket, List.of(coupons), Paying.PLAIN);
    }
}
