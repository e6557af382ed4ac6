package io.shuke.marketing.till;

import io.shuke.marketing.coupon.BasketLine;
import io.shuke.marketing.coupon.Reckoning;
import io.shuke.marketing.coupon.Redemptions;
import io.shuke.member.membership.MemberId;
import java.time.Clock;
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
    private final Clock clock;

    Quotes(Redemptions redemptions, Prices prices, Clock clock) {
        this.redemptions = redemptions;
        this.prices = prices;
        this.clock = clock;
    }

    /** @throws io.shuke.marketing.coupon.CouponRefusal when a coupon that was chosen cannot be used on this bill */
    public Reckoning quote(Question asked) {
        var now = clock.instant();
        var draft = new Prices.Draft(asked.store(), now, asked.lines(), asked.points(), asked.balanceFen());
        var member = asked.member();
        if (member == null) {
            return prices.reckon(draft.unowned(), Prices.Guest.STRANGER, List.of());
        }
        var guest = prices.guest(member, prices.level(member), now);
        return asked.coupons() == null
                ? prices.best(draft, guest, redemptions.atHand(member))
                : prices.reckon(draft, guest, redemptions.chosen(member, asked.coupons()));
    }
}
