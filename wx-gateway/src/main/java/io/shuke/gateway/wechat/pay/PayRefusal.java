package io.shuke.gateway.wechat.pay;

import io.shuke.member.ground.Refusal;

/** Why a call from WeChat Pay is not taken, or one to it cannot be made. */
final class PayRefusal extends Refusal {

    private PayRefusal(Kind kind, String code) {
        super(kind, code);
    }

    /** Not signed by WeChat for this account, or long ago. */
    static PayRefusal forged() {
        return new PayRefusal(Kind.FORBIDDEN, "pay.forged");
    }

    /** Signed, but not encrypted for this account or not about it. */
    static PayRefusal foreign() {
        return new PayRefusal(Kind.FORBIDDEN, "pay.foreign");
    }

    static PayRefusal malformed() {
        return new PayRefusal(Kind.BAD_INPUT, "pay.malformed");
    }

    static PayRefusal tooLarge() {
        return new PayRefusal(Kind.TOO_LARGE, "pay.too-large");
    }

    static PayRefusal unknownAccount() {
        return new PayRefusal(Kind.NOT_FOUND, "pay.unknown-account");
    }

    static PayRefusal accountTaken() {
        return new PayRefusal(Kind.CONFLICT, "pay.account-taken");
    }

    static PayRefusal notConnected() {
        return new PayRefusal(Kind.CONFLICT, "pay.not-connected");
    }
}
