package io.shuke.marketing.coupon;

import io.shuke.member.ground.Refusal;

/** Why a coupon cannot be had, used or given back. */
public final class CouponRefusal extends Refusal {

    private CouponRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static CouponRefusal soldOut() {
        return new CouponRefusal(Kind.CONFLICT, "coupon.sold-out");
    }

    static CouponRefusal limitReached(int perMember) {
        return new CouponRefusal(Kind.CONFLICT, "coupon.limit-reached", perMember);
    }

    static CouponRefusal notStarted(String from) {
        return new CouponRefusal(Kind.CONFLICT, "coupon.not-started", from);
    }

    static CouponRefusal ended() {
        return new CouponRefusal(Kind.CONFLICT, "coupon.ended");
    }

    static CouponRefusal paused() {
        return new CouponRefusal(Kind.CONFLICT, "coupon.paused");
    }

    static CouponRefusal notClaimable() {
        return new CouponRefusal(Kind.CONFLICT, "coupon.not-claimable");
    }

    static CouponRefusal levelTooLow(int step) {
        return new CouponRefusal(Kind.CONFLICT, "coupon.level-too-low", step);
    }

    static CouponRefusal handCap(int aDay) {
        return new CouponRefusal(Kind.CONFLICT, "coupon.hand-cap", aDay);
    }

    static CouponRefusal wordUnknown() {
        return new CouponRefusal(Kind.NOT_FOUND, "coupon.word-unknown");
    }

    static CouponRefusal referenceConflict() {
        return new CouponRefusal(Kind.CONTRADICTION, "coupon.reference-conflict");
    }

    static CouponRefusal unknown() {
        return new CouponRefusal(Kind.NOT_FOUND, "coupon.unknown");
    }

    static CouponRefusal notYours() {
        return new CouponRefusal(Kind.CONFLICT, "coupon.not-yours");
    }

    static CouponRefusal notYet(String from) {
        return new CouponRefusal(Kind.CONFLICT, "coupon.not-yet", from);
    }

    static CouponRefusal expired(String until) {
        return new CouponRefusal(Kind.CONFLICT, "coupon.expired", until);
    }

    static CouponRefusal takenBack() {
        return new CouponRefusal(Kind.CONFLICT, "coupon.taken-back");
    }

    /** @param store where, and @param at when, by the shop's clock, it was redeemed first */
    static CouponRefusal redeemed(String store, String at) {
        return new CouponRefusal(Kind.CONFLICT, "coupon.redeemed", store, at);
    }

    static CouponRefusal held(String until) {
        return new CouponRefusal(Kind.CONFLICT, "coupon.held", until);
    }

    static CouponRefusal notUsable(String title, String why) {
        return new CouponRefusal(Kind.CONFLICT, "coupon.not-usable", title, why);
    }

    static CouponRefusal notRedeemed() {
        return new CouponRefusal(Kind.CONFLICT, "coupon.not-redeemed");
    }

    static CouponRefusal moreThanDiscount(String left) {
        return new CouponRefusal(Kind.CONFLICT, "coupon.more-than-discount", left);
    }

    static CouponRefusal basketImpossible() {
        return new CouponRefusal(Kind.BAD_INPUT, "coupon.basket-impossible");
    }

    static CouponRefusal badReason() {
        return new CouponRefusal(Kind.BAD_INPUT, "coupon.bad-reason");
    }
}
