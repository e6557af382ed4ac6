package io.shuke.gateway.demo;

import io.shuke.marketing.coupon.Award;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.marketing.coupon.Coupons;
import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.Goods;
import io.shuke.marketing.coupon.Hours;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Stacking;
import io.shuke.marketing.coupon.Terms;
import io.shuke.marketing.coupon.Validity;
import io.shuke.marketing.coupon.Way;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/** What a noodle shop offers: something for newcomers, something to fill the afternoon, something to come back for. */
final class DemoOffers {

    private static final int CLAIMANTS = 48;
    private static final Validity MONTH = new Validity.Relative(0, 30);

    private final Offers offers;
    private final Coupons coupons;
    private final Members members;

    DemoOffers(Offers offers, Coupons coupons, Members members) {
        this.offers = offers;
        this.coupons = coupons;
        this.members = members;
    }

    /** Before the first guest comes, so that every newcomer gets his. */
    void open() {
        if (!offers.page(null, 1).items().isEmpty()) {
            return;
        }
        offers.create(
                new NewOffer(
                        "新朋友 3 元券",
                        new Benefit.Voucher(300),
                        Terms.plain(MONTH).from(1000),
                        Giving.by(1, Way.NEWCOMER),
                        null),
                "demo");
        offers.create(
                new NewOffer(
                        "下午茶 8.8 折",
                        new Benefit.Discounted(88, 1000),
                        Terms.plain(MONTH)
                                .on(new Goods(Set.of(), Set.of("小吃", "饮料")))
                                .during(new Hours(
                                        Set.of(
                                                DayOfWeek.MONDAY,
                                                DayOfWeek.TUESDAY,
                                                DayOfWeek.WEDNESDAY,
                                                DayOfWeek.THURSDAY,
                                                DayOfWeek.FRIDAY),
                                        LocalTime.of(14, 0),
                                        LocalTime.of(17, 0)))
                                .stacking(new Stacking("afternoon", false, true)),
                        Giving.by(2, Way.CLAIM),
                        300L),
                "demo");
        offers.create(
                new NewOffer(
                        "满 30 减 5",
                        new Benefit.FullReduction(500),
                        Terms.plain(MONTH).from(3000),
                        Giving.by(1, Way.CLAIM),
                        500L),
                "demo");
    }

    /** Some of the guests have looked at their phones already. */
    void handOut() {
        var shown = offers.onShow();
        var regulars = shown.get(shown.size() - 1).offer();
        var claims = members.idsAfter(0, CLAIMANTS).stream()
                .map(member -> Award.claim(regulars.id(), new MemberId(member), Way.CLAIM, "demo"))
                .toList();
        if (!claims.isEmpty()) {
            coupons.claim(claims);
        }
    }
}
