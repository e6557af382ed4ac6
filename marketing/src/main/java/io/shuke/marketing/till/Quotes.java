package io.shuke.marketing.till;

import io.shuke.marketing.coupon.Basket;
import io.shuke.marketing.coupon.BasketLine;
import io.shuke.marketing.coupon.Coupon;
import io.shuke.marketing.coupon.LevelPrice;
import io.shuke.marketing.coupon.Paying;
import io.shuke.marketing.coupon.Reckoning;
import io.shuke.marketing.coupon.Redemptions;
import io.shuke.marketing.coupon.SalesChannel;
import io.shuke.marketing.coupon.Usable;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a bill would come to (试算), told before anybody pays. Nothing is written and nothing is held. */
@Service
public class Quotes {

    /**
     * @param member null for a stranger
     * @param coupons by their ids; null for the best combination of those the member has
     * @param points how many the member would spend at most
     * @param balanceFen how much of the stored value he would spend at most
     */
    public record Question(
            long store,
            @Nullable MemberId member,
            List<BasketLine> lines,
            @Nullable List<Long> coupons,
            long points,
            long balanceFen) {}

    private final Redemptions redemptions;
    private final Prices prices;
    private final Merchants merchants;
    private final Clock clock;

    Quotes(Redemptions redemptions, Prices prices, Merchants merchants, Clock clock) {
        this.redemptions = redemptions;
        this.prices = prices;
        this.merchants = merchants;
        this.clock = clock;
    }

    /** @throws io.shuke.marketing.coupon.CouponRefusal when a coupon that was chosen cannot be used on this bill */
    public Reckoning quote(Question asked) {
        var member = asked.member();
        if (member == null) {
            return Reckoning.of(basket(asked, 1), List.of(), new Paying(LevelPrice.NONE, prices.offset(), 0, 0));
        }
        var level = prices.level(member);
        var basket = basket(asked, level.step());
        var paying = new Paying(prices.price(level), prices.offset(), prices.taken(asked.points()), asked.balanceFen());
        return asked.coupons() == null
                ? Reckoning.best(basket, usable(redemptions.atHand(member)), paying)
                : Reckoning.of(basket, usable(redemptions.chosen(member, asked.coupons())), paying);
    }

    private Basket basket(Question asked, int level) {
        var here = LocalDateTime.ofInstant(clock.instant(), merchants.current().zone());
        return new Basket(asked.store(), SalesChannel.STORE, here, level, asked.lines(), 0);
    }

    private static List<Usable> usable(List<Coupon> coupons) {
        return coupons.stream().map(Coupon::toUsable).toList();
    }
}
