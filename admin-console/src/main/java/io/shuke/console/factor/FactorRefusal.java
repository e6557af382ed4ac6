package io.shuke.console.factor;

import io.shuke.member.ground.Refusal;

/** What setting up and showing a second factor is refused with. */
public final class FactorRefusal extends Refusal {

    private FactorRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static FactorRefusal wrongPassword() {
        return new FactorRefusal(Kind.FORBIDDEN, "factor.wrong-password");
    }

    static FactorRefusal wrongCode() {
        return new FactorRefusal(Kind.FORBIDDEN, "factor.wrong-code");
    }

    static FactorRefusal tooOften(long minutes) {
        return new FactorRefusal(Kind.TOO_OFTEN, "factor.too-often", minutes);
    }

    static FactorRefusal enrolled() {
        return new FactorRefusal(Kind.CONFLICT, "factor.enrolled");
    }

    static FactorRefusal notEnrolled() {
        return new FactorRefusal(Kind.CONFLICT, "factor.not-enrolled");
    }
}
