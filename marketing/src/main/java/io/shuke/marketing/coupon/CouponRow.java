package io.shuke.marketing.coupon;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record CouponRow(
        long id,
        long offerId,
        long memberId,
        long issuedTo,
        int n,
        String way,
        String reference,
        byte[] code,
        String state,
        Instant validFrom,
        Instant validUntil,
        @Nullable String heldBy,
        @Nullable Instant heldUntil,
        Instant issuedAt) {

    /** What the row says; held and expired only the clock says. */
    static final String CLAIMED = "CLAIMED";

    static final String REDEEMED = "REDEEMED";
    static final String TAKEN_BACK = "TAKEN_BACK";

    Coupon toDomain(Offer offer, Instant now) {
        return new Coupon(
                id,
                offer,
                new MemberId(memberId),
                stateAt(now),
                Way.valueOf(way),
                validFrom,
                validUntil,
                issuedAt,
                isHeldAt(now) ? heldUntil : null);
    }

    Coupon.State stateAt(Instant now) {
        if (!state.equals(CLAIMED)) {
            return Coupon.State.valueOf(state);
        }
        if (!now.isBefore(validUntil)) {
            return Coupon.State.EXPIRED;
        }
        return isHeldAt(now) ? Coupon.State.HELD : Coupon.State.CLAIMED;
    }

    boolean isHeldAt(Instant now) {
        return state.equals(CLAIMED) && heldUntil != null && now.isBefore(heldUntil);
    }
}
