package io.shuke.marketing.till;

import io.shuke.marketing.webhook.Facts;
import io.shuke.member.membership.MemberId;
import io.shuke.member.purchase.BillId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A settled bill: what it came to and what it brought.
 *
 * @param id the bill's own
 * @param levelFen what the level, or a pass that was better, took off
 * @param couponFen what the coupons took off
 * @param points what was spent for {@code pointsFen}
 * @param principalFen paid from what the member had paid in
 * @param giftFen paid from what was given on top
 * @param paidFen paid in money
 * @param explained the whole of it in words, line by line
 * @param withheld why the bill earned nothing, a code; null when nothing was withheld
 */
public record Settlement(
        BillId id,
        long store,
        String orderNo,
        @Nullable MemberId member,
        String level,
        long totalFen,
        long levelFen,
        long couponFen,
        long points,
        long pointsFen,
        long principalFen,
        long giftFen,
        long paidFen,
        long pointsEarned,
        long growth,
        List<String> explained,
        @Nullable String withheld,
        Instant at) {

    public Settlement {
        explained = List.copyOf(explained);
    }

    /** Everything that was taken off: lines = discount + balance + money. */
    public long discountFen() {
        return levelFen + couponFen + pointsFen;
    }

    public long balanceFen() {
        return principalFen + giftFen;
    }

    /** In money, or from what was paid in: what the shop has given away buys no reward. */
    public long ownFen() {
        return paidFen + principalFen;
    }

    /** In money or from the balance. */
    long payableFen() {
        return balanceFen() + paidFen;
    }

    /** What the merchant's own program is told. */
    Facts told() {
        var facts = new Facts().text("billId", id).text("storeId", store).text("orderNo", orderNo);
        if (member != null) {
            facts.text("memberId", member);
        }
        return facts.number("totalFen", totalFen)
                .number("discountFen", discountFen())
                .number("balanceFen", balanceFen())
                .number("paidFen", paidFen)
                .number("pointsEarned", pointsEarned);
    }
}
