package io.shuke.marketing.till;

import static java.util.Objects.requireNonNull;

import io.shuke.marketing.coupon.Redemptions;
import io.shuke.marketing.webhook.Facts;
import io.shuke.marketing.webhook.WebhookEvent;
import io.shuke.marketing.webhook.Webhooks;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.BillId;
import io.shuke.member.purchase.Purchases;
import io.shuke.member.purchase.Refund;
import io.shuke.member.purchase.Refunded;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes bills back, wholly or in parts, never more than was paid.
 *
 * <p>Everything that a bill gave or took goes back in the proportion in which the money goes back, reckoned on the sum of
 * all its refunds: points and growth are taken away, spent points and the balance return to where they came from, and a
 * coupon is in the wallet again when nothing is left of the bill.
 */
@Service
public class Refunds {

    private final SettlementMapper mapper;
    private final Prices prices;
    private final Wallet wallet;
    private final Redemptions coupons;
    private final Purchases purchases;
    private final TillHours hours;
    private final Webhooks webhooks;
    private final ApplicationEventPublisher facts;

    Refunds(
            SettlementMapper mapper,
            Prices prices,
            Wallet wallet,
            Redemptions coupons,
            Purchases purchases,
            TillHours hours,
            Webhooks webhooks,
            ApplicationEventPublisher facts) {
        this.mapper = mapper;
        this.prices = prices;
        this.wallet = wallet;
        this.coupons = coupons;
        this.purchases = purchases;
        this.hours = hours;
        this.webhooks = webhooks;
        this.facts = facts;
    }

    /** One transaction; the same refund number again tells of the first time. */
    @Transactional
    public RefundedBill refund(TillKey key, Refund refund) {
        hours.refuseClosed(key);
        var row = mapper.one(refund.bill().value());
        if (row == null) {
            throw TillRefusal.unknownBill();
        }
        key.standsIn(row.storeId());
        var regular = purchases.bill(new BillId(row.id())).map(Bill::member).map(prices::hold);
        regular.ifPresent(one -> wallet.hold(one.member()));
        var decided = purchases.refund(refund);
        if (!decided.first()) {
            return requireNonNull(mapper.refund(decided.id())).toDomain();
        }
        var whole = refunded(row.toDomain(), refund, decided);
        var refunded = regular.map(one -> giveBack(one, row, decided, whole)).orElse(whole);
        mapper.insertRefund(RefundRow.of(refunded));
        webhooks.queue(WebhookEvent.BILL_REFUNDED, told(refunded));
        facts.publishEvent(new BillRefunded(row.toDomain(), decided, refund.items()));
        return refunded;
    }

    private static Proportion proportion(Refunded decided) {
        var of = decided.bill().paid().value();
        var after = of - decided.left().value();
        return new Proportion(after - decided.amount().value(), after, of);
    }

    private static RefundedBill refunded(Settlement bill, Refund refund, Refunded decided) {
        var back = proportion(decided);
        var balance = back.part(bill.balanceFen());
        var principal = back.part(bill.principalFen());
        return new RefundedBill(
                decided.id(),
                bill.id(),
                refund.orderNo(),
                decided.amount().value(),
                decided.amount().value() - balance,
                principal,
                balance - principal,
                back.part(bill.pointsEarned()),
                back.part(bill.points()),
                back.part(bill.growth()),
                decided.left().value(),
                decided.whole(),
                refund.at().truncatedTo(ChronoUnit.MICROS));
    }

    private RefundedBill giveBack(Prices.Regular regular, SettlementRow row, Refunded decided, RefundedBill asked) {
        var member = regular.member();
        var refunded = asked.takingBack(wallet.refund(member, asked));
        if (row.withheld() == null) {
            prices.takenBack(regular, decided.bill(), refunded);
        }
        if (row.couponShares().isEmpty()) {
            return refunded;
        }
        var bill = Wallet.reference(refunded.bill());
        if (decided.whole()) {
            coupons.reverse(member, bill);
        } else {
            var back = proportion(decided);
            var shares = new TreeMap<Long, Long>();
            row.couponShares().forEach((coupon, fen) -> shares.put(coupon, back.part(fen)));
            coupons.giveBack(member, bill, "refund:" + decided.id(), shares);
        }
        return refunded;
    }

    private static Facts told(RefundedBill one) {
        return new Facts()
                .text("billId", one.bill())
                .text("refundId", one.id())
                .text("orderNo", one.orderNo())
                .number("amountFen", one.amountFen())
                .number("balanceFen", one.principalFen() + one.giftFen())
                .number("pointsTakenBack", one.pointsTakenBack())
                .number("leftFen", one.leftFen());
    }
}
