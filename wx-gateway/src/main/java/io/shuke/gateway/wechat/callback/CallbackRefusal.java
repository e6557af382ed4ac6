package io.shuke.gateway.wechat.callback;

import io.shuke.member.ground.Refusal;

/** Why a call that says it comes from WeChat is not taken. */
final class CallbackRefusal extends Refusal {

    private CallbackRefusal(Kind kind, String code) {
        super(kind, code);
    }

    /** The signature is missing or wrong. */
    static CallbackRefusal forged() {
        return new CallbackRefusal(Kind.FORBIDDEN, "callback.forged");
    }

    /** Signed long ago, or in the future. */
    static CallbackRefusal stale() {
        return new CallbackRefusal(Kind.FORBIDDEN, "callback.stale");
    }

    /**
     * Not encrypted with this account's keys, or meant for another account. One answer for all of it: telling a wrong
     * padding from a wrong account would let a holder of the token decrypt messages byte by byte.
     */
    static CallbackRefusal foreign() {
        return new CallbackRefusal(Kind.FORBIDDEN, "callback.foreign");
    }

    static CallbackRefusal malformed() {
        return new CallbackRefusal(Kind.FORBIDDEN, "callback.malformed");
    }

    /** Not encrypted, although every account of ours is in safe mode (安全模式). */
    static CallbackRefusal plain() {
        return new CallbackRefusal(Kind.FORBIDDEN, "callback.plain");
    }

    static CallbackRefusal tooLarge() {
        return new CallbackRefusal(Kind.TOO_LARGE, "callback.too-large");
    }

    static CallbackRefusal unknownAccount() {
        return new CallbackRefusal(Kind.NOT_FOUND, "callback.unknown-account");
    }
}
