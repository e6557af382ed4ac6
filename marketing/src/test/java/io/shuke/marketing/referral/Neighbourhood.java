package io.shuke.marketing.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.Shop;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.marketing.coupon.Coupon;
import io.shuke.marketing.coupon.Coupons;
import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Redeeming;
import io.shuke.marketing.coupon.Redemptions;
import io.shuke.marketing.coupon.Terms;
import io.shuke.marketing.coupon.Validity;
import io.shuke.marketing.coupon.Way;
import io.shuke.marketing.till.BillRefunded;
import io.shuke.marketing.till.BillSettled;
import io.shuke.marketing.till.Settlement;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Ids;
import io.shuke.member.membership.Consents;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Joining;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.BillLine;
import io.shuke.member.purchase.Order;
import io.shuke.member.purchase.Purchases;
import io.shuke.member.purchase.Refund;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** People who bring one another, and a till that says what they bought. */
@Component
class Neighbourhood {

    private final Shop shop;
    private final Members members;
    private final Consents consents;
    private final Purchases purchases;
    private final Referrals referrals;
    private final ReferralPlans plans;
    private final Offers offers;
    private final Coupons coupons;
    private final Redemptions redemptions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Neighbourhood(
            Shop shop,
            Members members,
            Consents consents,
            Purchases purchases,
            Referrals referrals,
            ReferralPlans plans,
            Offers offers,
            Coupons coupons,
            Redemptions redemptions,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.shop = shop;
        this.members = members;
        this.consents = consents;
        this.purchases = purchases;
        this.referrals = referrals;
        this.plans = plans;
        this.offers = offers;
        this.coupons = coupons;
        this.redemptions = redemptions;
        this.events = events;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Three yuan for both sides, a week after the friend has paid 10.00 yuan. */
    void plan(int aDay, int inAll, int reviewFrom) {
        plan(aDay, inAll, reviewFrom, null);
    }

    void plan(int aDay, int inAll, int reviewFrom, @Nullable Commission commission) {
        shop.in(() -> {
            var offer = offers.create(
                            new NewOffer(
                                    "3 元券",
                                    new Benefit.Voucher(300),
                                    Terms.plain(new Validity.Relative(0, 30)),
                                    Giving.by(0, Way.REFERRAL),
                                    null),
                            "staff:1")
                    .offer()
                    .id();
            var seen = plans.newest().number();
            return plans.change(
                    new ReferralPlan(true, offer, offer, 1_000, 7, aDay, inAll, reviewFrom, commission),
                    seen,
                    "staff:1");
        });
    }

    MemberId friendOf(MemberId inviter) {
        var code = shop.in(() -> referrals.code(inviter));
        return shop.in(() -> joins(identity(), code.value(), null));
    }

    Identity identity() {
        return new Identity("official", "o" + ids.next());
    }

    MemberId joins(Identity identity, @Nullable String code, @Nullable String scene) {
        var joining =
                new Joining(List.of(identity), null, consents.current().version(), "test", null, null, scene, code);
        return members.join(joining).member().id();
    }

    Settlement buys(MemberId member, long paidFen) {
        return shop.in(() -> buysHere(member, paidFen));
    }

    Settlement buysHere(MemberId member, long paidFen) {
        var order = new Order(1, Order.COUNTER, "O" + ids.next());
        var line = new BillLine("coffee", "拿铁", "饮品", 1, new Fen(paidFen));
        var bill = Bill.of(purchases.nextId(), order, member, List.of(line), clock.instant());
        var settlement = new Settlement(
                bill.id(),
                1,
                order.number(),
                member,
                "",
                paidFen,
                0,
                0,
                0,
                0,
                0,
                0,
                paidFen,
                0,
                0,
                List.of(),
                null,
                bill.at());
        transaction.executeWithoutResult(status -> {
            purchases.record(bill);
            events.publishEvent(new BillSettled(settlement));
        });
        return settlement;
    }

    void refund(Settlement settlement) {
        refund(settlement, Refund.whole(settlement.id(), "R" + ids.next(), clock.instant()));
    }

    void refund(Settlement settlement, Refund refund) {
        shop.in(() -> {
            transaction.executeWithoutResult(status -> {
                var refunded = purchases.refund(refund);
                events.publishEvent(new BillRefunded(settlement, refunded, List.of()));
            });
            return true;
        });
    }

    void uses(MemberId member) {
        shop.in(() -> {
            var coupon = coupons.wallet(member, null, 9).items().get(0).coupon();
            redemptions.redeem(new Redeeming(member, "bill:" + ids.next(), 1, "till:1", Map.of(coupon.id(), 300L)));
            return true;
        });
    }

    List<Coupon.State> wallet(MemberId member) {
        return shop.in(() -> coupons.wallet(member, null, 99)).items().stream()
                .map(one -> one.coupon().state())
                .toList();
    }

    /** I17 and I18, and what the ledger knows of commission. */
    void allAddsUp() {
        shop.ledgerAddsUp();
        var broken = new ArrayList<String>();
        Map.of(
                        "I17 nobody invites himself",
                        "SELECT COUNT(*) FROM referral WHERE merchant_id = ? AND inviter_id = invitee_id",
                        "I17 no two invite one another",
                        "SELECT COUNT(*) FROM referral a JOIN referral b ON b.merchant_id = a.merchant_id"
                                + " AND b.inviter_id = a.invitee_id AND b.invitee_id = a.inviter_id"
                                + " WHERE a.merchant_id = ?",
                        "I18 rewarded or taken back is exactly who has rewards",
                        "SELECT COUNT(*) FROM referral r WHERE r.merchant_id = ?"
                                + " AND (r.state IN ('REWARDED', 'TAKEN_BACK')) <> EXISTS (SELECT 1 FROM referral_reward w"
                                + " WHERE w.merchant_id = r.merchant_id AND w.referral_id = r.id)",
                        "I18 every coupon of a reward is one of its own",
                        "SELECT COUNT(coupon_id) - COUNT(DISTINCT coupon_id) FROM referral_reward WHERE merchant_id = ?",
                        "commission is what the ledger paid",
                        "SELECT (SELECT COALESCE(SUM(paid_fen), 0) FROM referral_commission c"
                                + " WHERE c.merchant_id = m.id) - (SELECT COALESCE(SUM(e.amount), 0) FROM movement v"
                                + " JOIN entry e ON e.merchant_id = v.merchant_id AND e.movement_id = v.id"
                                + " AND e.account_id = v.account_id WHERE v.merchant_id = m.id"
                                + " AND v.reference LIKE 'commission%') FROM merchant m"
                                + " WHERE m.id = ?")
                .forEach((name, sql) -> {
                    if (shop.count(sql) != 0) {
                        broken.add(name);
                    }
                });
        assertThat(broken).isEmpty();
    }
}
