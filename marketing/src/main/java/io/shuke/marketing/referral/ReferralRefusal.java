package io.shuke.marketing.referral;

import io.shuke.member.ground.Refusal;

/** Why a plan cannot be saved, or a referral not be decided. */
public final class ReferralRefusal extends Refusal {

    private ReferralRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static ReferralRefusal planImpossible(String why) {
        return new ReferralRefusal(Kind.BAD_INPUT, "referral.plan-impossible", why);
    }

    static ReferralRefusal planChanged() {
        return new ReferralRefusal(Kind.CONFLICT, "referral.plan-changed");
    }

    static ReferralRefusal sharingForbidden() {
        return new ReferralRefusal(Kind.BAD_INPUT, "referral.sharing-forbidden");
    }

    static ReferralRefusal levelsForbidden() {
        return new ReferralRefusal(Kind.BAD_INPUT, "referral.levels-forbidden");
    }

    static ReferralRefusal unknown() {
        return new ReferralRefusal(Kind.NOT_FOUND, "referral.unknown");
    }

    static ReferralRefusal decided() {
        return new ReferralRefusal(Kind.CONFLICT, "referral.decided");
    }

    static ReferralRefusal badCursor() {
        return new ReferralRefusal(Kind.BAD_INPUT, "referral.bad-cursor");
    }
}
