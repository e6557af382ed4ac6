package io.shuke.console.till;

import io.shuke.marketing.coupon.BasketLine;
import io.shuke.marketing.till.NewBill;
import io.shuke.marketing.till.Quotes;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Ids;
import io.shuke.member.membership.MemberId;
import io.shuke.member.purchase.BillLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebInputException;

/**
 * A bill as it is typed at the counter: an amount, and what of the member's is used for it.
 *
 * @param couponIds null for the best combination, which only a quote knows
 * @param paidFen what was taken in money; only for settling, and so is {@code orderNo}
 */
record CounterBill(
        @Nullable String storeId,
        @Nullable String orderNo,
        @Nullable String memberId,
        @Nullable Long amountFen,
        @Nullable List<@Nullable String> couponIds,
        @Nullable Long pointsToSpend,
        @Nullable Long balanceFenToSpend,
        @Nullable Long paidFen) {

    private static final long MOST = 1_000_000_000;
    /** What stands on the bill, for the goods are not told apart at the counter. */
    private static final String GOODS = "柜台收款";

    long store() {
        return id(storeId, "storeId");
    }

    @Nullable
    MemberId member() {
        return memberId == null ? null : new MemberId(id(memberId, "memberId"));
    }

    @Nullable
    List<Long> coupons() {
        if (couponIds == null) {
            return null;
        }
        var ids = new ArrayList<Long>();
        for (var one : couponIds) {
            ids.add(id(one, "couponIds"));
        }
        return ids;
    }

    Quotes.Question question() {
        var line = new BasketLine("", GOODS, "", 1, amount(amountFen, "amountFen"));
        return new Quotes.Question(store(), member(), List.of(line), coupons(), points(), balance());
    }

    NewBill settling(List<String> codes) {
        if (orderNo == null || paidFen == null) {
            throw new ServerWebInputException("orderNo and paidFen");
        }
        var line = new BillLine("", GOODS, "", 1, new Fen(amount(amountFen, "amountFen")));
        return new NewBill(
                store(),
                orderNo,
                member(),
                List.of(line),
                codes,
                points(),
                new Fen(balance()),
                new Fen(amount(paidFen, "paidFen")),
                null);
    }

    private long points() {
        return pointsToSpend == null ? 0 : amount(pointsToSpend, "pointsToSpend");
    }

    private long balance() {
        return balanceFenToSpend == null ? 0 : amount(balanceFenToSpend, "balanceFenToSpend");
    }

    static long amount(@Nullable Long told, String name) {
        if (told == null || told < 0 || told > MOST) {
            throw new ServerWebInputException(name);
        }
        return told;
    }

    static long id(@Nullable String told, String name) {
        return Ids.read(told).orElseThrow(() -> new ServerWebInputException(name));
    }
}
