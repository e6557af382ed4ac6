package io.shuke.marketing.coupon;

import io.shuke.member.ground.Refusal;

/** Why an offer cannot be made so, or not be changed. */
public final class OfferRefusal extends Refusal {

    private OfferRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static void refuseUnless(boolean possible, String why) {
        if (!possible) {
            throw new OfferRefusal(Kind.BAD_INPUT, "offer.impossible", why);
        }
    }

    static OfferRefusal unknown() {
        return new OfferRefusal(Kind.NOT_FOUND, "offer.unknown");
    }

    static OfferRefusal badCursor() {
        return new OfferRefusal(Kind.BAD_INPUT, "offer.bad-cursor");
    }

    static OfferRefusal wordTaken() {
        return new OfferRefusal(Kind.CONFLICT, "offer.word-taken");
    }

    static OfferRefusal unlimited() {
        return new OfferRefusal(Kind.CONFLICT, "offer.unlimited");
    }

    static OfferRefusal belowClaimed(long claimed) {
        return new OfferRefusal(Kind.CONFLICT, "offer.below-claimed", claimed);
    }

    static OfferRefusal batchUnknown() {
        return new OfferRefusal(Kind.NOT_FOUND, "offer.batch-unknown");
    }
}
