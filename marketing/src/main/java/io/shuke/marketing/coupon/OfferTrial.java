package io.shuke.marketing.coupon;

import io.shuke.member.merchant.Merchants;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.BillLine;
import io.shuke.member.purchase.Purchases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What an offer would have cost on the members' own bills of the last 90 days, had everybody used his coupons on the first
 * bills they fit. Levels and other coupons are left aside, so it is the most it can have been; shipping fees are not known.
 */
@Service
public class OfferTrial {

    private static final Duration LOOKED_BACK = Duration.ofDays(90);
    private static final int A_PAGE = 1_000;
    /** Beyond that a merchant would wait too long for a number that hardly changes any more. */
    private static final int MOST_BILLS = 20_000;

    /**
     * @param days back from now
     * @param bills of members, that were looked at
     * @param used on how many of them a coupon would have been used
     * @param offFen what it would have taken off
     * @param grossFen what all the bills came to before any discount
     * @param whole false when there were more bills than are looked at
     */
    public record Tried(long days, int bills, int used, long offFen, long grossFen, boolean whole) {

        public String words() {
            if (bills == 0) {
                return "过去 " + days + " 天还没有会员账单，无法试算";
            }
            var share = grossFen == 0 ? 0 : offFen * 1000 / grossFen;
            return "过去 " + days + " 天的 " + bills + " 张会员账单" + (whole ? "" : "（最早的一部分）") + "里，有 " + used + " 张用得上，共让利 "
                    + Words.yuan(offFen) + " 元，占消费的 " + share / 10 + "." + share % 10 + "%";
        }
    }

    private final Purchases purchases;
    private final Merchants merchants;
    private final Clock clock;

    OfferTrial(Purchases purchases, Merchants merchants, Clock clock) {
        this.purchases = purchases;
        this.merchants = merchants;
        this.clock = clock;
    }

    public Tried on(NewOffer asked) {
        var trying = new Trying(asked);
        @Nullable Bill last = null;
        var from = clock.instant().minus(LOOKED_BACK);
        while (trying.bills < MOST_BILLS) {
            var page = purchases.since(from, last, A_PAGE);
            page.forEach(trying::add);
            if (page.size() < A_PAGE) {
                return trying.result(true);
            }
            last = page.get(page.size() - 1);
        }
        return trying.result(false);
    }

    private final class Trying {

        private final Usable coupon;
        private final long perMember;
        private final Map<Long, Integer> usedBy = new HashMap<>();
        private long left;
        private int bills;
        private int used;
        private long offFen;
        private long grossFen;

        Trying(NewOffer asked) {
            coupon = new Usable(1, 1, asked.title(), asked.benefit(), asked.terms(), Instant.MAX);
            perMember = asked.giving().perMember() == 0
                    ? Long.MAX_VALUE
                    : asked.giving().perMember();
            var stock = asked.stock();
            left = stock == null ? Long.MAX_VALUE : stock;
        }

        void add(Bill bill) {
            bills++;
            grossFen += bill.gross().value();
            var member = bill.member();
            if (member == null || left == 0 || usedBy.getOrDefault(member.value(), 0) >= perMember) {
                return;
            }
            var basket = basket(bill);
            if (coupon.terms().against(basket) != null) {
                return;
            }
            var trial = Trial.of(basket, List.of(coupon), 100);
            if (trial.against() == null) {
                left--;
                used++;
                offFen += trial.off();
                usedBy.merge(member.value(), 1, Integer::sum);
            }
        }

        Tried result(boolean whole) {
            return new Tried(LOOKED_BACK.toDays(), bills, used, offFen, grossFen, whole);
        }
    }

    private Basket basket(Bill bill) {
        var at = bill.at().atZone(merchants.current().zone()).toLocalDateTime();
        var lines = bill.lines().isEmpty()
                ? List.of(new BasketLine("", "", "", 1, bill.gross().value()))
                : bill.lines().stream().map(OfferTrial::line).toList();
        return new Basket(bill.order().storeId(), channel(bill), at, Math.max(1, bill.step()), lines, 0);
    }

    private static BasketLine line(BillLine line) {
        return new BasketLine(
                line.sku(),
                line.name(),
                line.category(),
                Math.min(line.quantity(), 9999),
                line.amount().value());
    }

    private static SalesChannel channel(Bill bill) {
        return switch (bill.order().channel()) {
            case "mini" -> SalesChannel.MINI_PROGRAM;
            case "delivery" -> SalesChannel.DELIVERY;
            default -> SalesChannel.STORE;
        };
    }
}
