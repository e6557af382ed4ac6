package io.shuke.marketing.coupon;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A coupon in a member's wallet.
 *
 * @param state as the clock showed when it was read
 * @param until exclusive
 * @param heldUntil while a till has it on the counter
 */
public record Coupon(
        long id,
        Offer offer,
        MemberId member,
        State state,
        Way way,
        Instant from,
        Instant until,
        Instant issuedAt,
        @Nullable Instant heldUntil) {

    /** Where it is in its life. What ends by the clock is nobody's job: it is compared when somebody looks. */
    public enum State {
        CLAIMED,
        HELD,
        REDEEMED,
        EXPIRED,
        TAKEN_BACK
    }

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    /** As it is said in refusals, by the shop's clock. */
    static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    /** As a bill sees it. */
    public Usable toUsable() {
        return new Usable(id, offer.id(), offer.title(), offer.benefit(), offer.terms(), until);
    }
}
