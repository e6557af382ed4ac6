package io.shuke.marketing.coupon;

import io.shuke.marketing.checkin.Reward;
import io.shuke.marketing.checkin.RewardsGranted;
import io.shuke.member.level.LevelRaised;
import io.shuke.member.membership.MemberJoined;
import io.shuke.member.membership.MemberLeaving;
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Coupons that follow from what members do, in the very transaction in which they do it. */
@Component
class Rewards {

    /** A promise that names an amount: {@code 5 元优惠券}, {@code 8.50元券}. */
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,2}))?\\s*元");

    private static final Validity MONTH = new Validity.Relative(0, 30);
    private static final Giving FOR_CHECK_INS = Giving.by(0, Way.CHECK_IN);

    private final Offers offers;
    private final Issue issue;
    private final CouponMapper coupons;
    private final Clock clock;

    Rewards(Offers offers, Issue issue, CouponMapper coupons, Clock clock) {
        this.offers = offers;
        this.issue = issue;
        this.coupons = coupons;
        this.clock = clock;
    }

    /** One of each offer for newcomers. What is sold out or over keeps nobody from joining. */
    @EventListener
    void on(MemberJoined joined) {
        var awards = offers.givenBy(Way.NEWCOMER).stream()
                .map(offer -> Award.automatic(offer.id(), joined.member(), Way.NEWCOMER, "newcomer:" + offer.id()))
                .toList();
        if (!awards.isEmpty()) {
            issue.give(awards);
        }
    }

    /** The offers for levels that the member has just reached; each once, however often he falls and rises. */
    @EventListener
    void on(LevelRaised raised) {
        var awards = offers.givenBy(Way.LEVEL).stream()
                .filter(offer -> offer.terms().fromLevel() > raised.from().step()
                        && offer.terms().fromLevel() <= raised.to().step())
                .map(offer -> Award.automatic(offer.id(), raised.member(), Way.LEVEL, "level:" + offer.id()))
                .toList();
        if (!awards.isEmpty()) {
            issue.give(awards);
        }
    }

    /**
     * A step of the reward plan promises a coupon in the merchant's words. The offer for check-ins with that title is what
     * he means by them; where he has made none, the words themselves say it: an amount is a voucher, anything else is
     * handed over by the staff.
     */
    @EventListener
    void on(RewardsGranted granted) {
        var meant = new HashMap<String, Offer>();
        var awards = granted.grants().stream()
                .filter(grant -> grant.reward().kind() == Reward.Kind.COUPON)
                .map(grant -> Award.automatic(
                        meant.computeIfAbsent(grant.reward().text(), this::meant)
                                .id(),
                        grant.member(),
                        Way.CHECK_IN,
                        "grant:" + grant.id()))
                .toList();
        if (!awards.isEmpty()) {
            issue.give(awards);
        }
    }

    private Offer meant(String promise) {
        var title = promise.substring(
                0, promise.offsetByCodePoints(0, Math.min(30, promise.codePointCount(0, promise.length()))));
        return offers.givenBy(Way.CHECK_IN).stream()
                .filter(offer -> offer.title().equals(title))
                .findFirst()
                .orElseGet(() -> offers.create(
                                new NewOffer(title, benefit(title), Terms.plain(MONTH), FOR_CHECK_INS, null), "system")
                        .offer());
    }

    private static Benefit benefit(String promise) {
        return amount(promise).<Benefit>map(Benefit.Voucher::new).orElseGet(() -> new Benefit.Exchange("", promise));
    }

    static Optional<Long> amount(String promise) {
        var found = AMOUNT.matcher(promise);
        if (!found.find()) {
            return Optional.empty();
        }
        var cents = found.group(2) == null ? "" : found.group(2);
        var fen = Long.parseLong(found.group(1)) * 100 + Long.parseLong((cents + "00").substring(0, 2));
        return fen == 0 ? Optional.empty() : Optional.of(fen);
    }

    /** Nobody is left to use them. */
    @EventListener
    void on(MemberLeaving leaving) {
        coupons.takeAllBack(leaving.member().value(), clock.instant());
    }
}
