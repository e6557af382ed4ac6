package io.shuke.marketing.till;

import io.shuke.member.ground.Refusal;

/** Why a till is not served, or a key not given. */
public final class TillRefusal extends Refusal {

    private TillRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static TillRefusal capsImpossible() {
        return new TillRefusal(Kind.BAD_INPUT, "till.caps-impossible");
    }

    static TillRefusal hoursImpossible() {
        return new TillRefusal(Kind.BAD_INPUT, "till.hours-impossible");
    }

    static TillRefusal termsImpossible() {
        return new TillRefusal(Kind.BAD_INPUT, "till.terms-impossible");
    }

    static TillRefusal unknownStore() {
        return new TillRefusal(Kind.BAD_INPUT, "till.unknown-store");
    }

    static TillRefusal unknownKey() {
        return new TillRefusal(Kind.NOT_FOUND, "till.unknown-key");
    }

    static TillRefusal keyRevoked() {
        return new TillRefusal(Kind.CONFLICT, "till.key-revoked");
    }

    static TillRefusal otherStore() {
        return new TillRefusal(Kind.FORBIDDEN, "till.other-store");
    }

    static TillRefusal closed() {
        return new TillRefusal(Kind.FORBIDDEN, "till.closed");
    }
}
