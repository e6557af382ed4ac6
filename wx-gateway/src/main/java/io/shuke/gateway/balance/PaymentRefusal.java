package io.shuke.gateway.balance;

import io.shuke.member.ground.Refusal;

/** Why a charge cannot be paid with the phone. */
final class PaymentRefusal extends Refusal {

    private PaymentRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    /** @param why what the first wrong step says */
    static PaymentRefusal accountWrong(String why) {
        return new PaymentRefusal(Kind.CONFLICT, "payment.account-wrong", why);
    }

    /** The person did not come through one of the shop's accounts at WeChat. */
    static PaymentRefusal noPayer() {
        return new PaymentRefusal(Kind.CONFLICT, "payment.no-payer");
    }

    static PaymentRefusal notPossible() {
        return new PaymentRefusal(Kind.CONFLICT, "payment.not-possible");
    }
}
