package io.shuke.gateway.till;

import io.shuke.member.ground.Refusal;

/** Why a till's request is not believed. */
final class SignatureRefusal extends Refusal {

    private SignatureRefusal(Kind kind, String code) {
        super(kind, code);
    }

    /** One of the four headers is missing, doubled or malformed. */
    static SignatureRefusal missing() {
        return new SignatureRefusal(Kind.UNAUTHENTICATED, "till.signature-missing");
    }

    /** A key nobody has, or has no longer. */
    static SignatureRefusal keyUnknown() {
        return new SignatureRefusal(Kind.UNAUTHENTICATED, "till.key-unknown");
    }

    static SignatureRefusal stale() {
        return new SignatureRefusal(Kind.UNAUTHENTICATED, "till.timestamp-stale");
    }

    static SignatureRefusal wrong() {
        return new SignatureRefusal(Kind.UNAUTHENTICATED, "till.signature-wrong");
    }

    static SignatureRefusal replayed() {
        return new SignatureRefusal(Kind.UNAUTHENTICATED, "till.nonce-used");
    }

    static SignatureRefusal tooLarge() {
        return new SignatureRefusal(Kind.TOO_LARGE, "till.body-too-large");
    }

    static SignatureRefusal notAllowed() {
        return new SignatureRefusal(Kind.FORBIDDEN, "till.not-allowed");
    }
}
