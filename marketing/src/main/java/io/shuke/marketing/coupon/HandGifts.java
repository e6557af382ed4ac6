package io.shuke.marketing.coupon;

import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Coupons that the staff give by hand: with a reason that stays written down, and not without end. */
@Service
public class HandGifts {

    /** For one person and one of the shop's days: ample for making good, little for filling a drawer. */
    public static final int A_DAY = 50;

    private static final int REASON = 60;

    private final Issue issue;
    private final HandMapper mapper;
    private final Merchants merchants;
    private final Clock clock;

    HandGifts(Issue issue, HandMapper mapper, Merchants merchants, Clock clock) {
        this.issue = issue;
        this.mapper = mapper;
        this.merchants = merchants;
        this.clock = clock;
    }

    /**
     * @param actor {@code staff:…}
     * @param key the request's own: with the same again it is the same coupon
     * @throws CouponRefusal {@code coupon.hand-cap}, {@code coupon.bad-reason}, or why there is none to be had
     */
    @Transactional
    public Coupon give(long offer, MemberId member, String actor, String key, String reason) {
        var why = reason.strip();
        if (!Words.fits(why, REASON)) {
            throw CouponRefusal.badReason();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var today = LocalDate.ofInstant(now, merchants.current().zone());
        mapper.open(actor, today);
        var award = new Award(offer, member, Way.STAFF, Award.reference("hand", key), actor);
        var given = issue.give(List.of(award)).get(0).orThrow();
        if (given.first()) {
            if (mapper.count(actor, today, A_DAY) == 0) {
                throw CouponRefusal.handCap(A_DAY);
            }
            mapper.insert(given.coupon().id(), actor, why, now);
        }
        return given.coupon();
    }
}
