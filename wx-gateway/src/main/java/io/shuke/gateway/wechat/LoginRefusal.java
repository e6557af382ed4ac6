package io.shuke.gateway.wechat;

import io.shuke.member.ground.Refusal;

/** Why somebody is not logged in. */
public final class LoginRefusal extends Refusal {

    private LoginRefusal(Kind kind, String code) {
        super(kind, code);
    }

    static LoginRefusal codeUsed() {
        return new LoginRefusal(Kind.BAD_INPUT, "login.code-used");
    }

    static LoginRefusal codeInvalid() {
        return new LoginRefusal(Kind.BAD_INPUT, "login.code-invalid");
    }

    static LoginRefusal tooOften() {
        return new LoginRefusal(Kind.TOO_OFTEN, "login.too-often");
    }

    /** WeChat holds the person for a risk. */
    static LoginRefusal notTrusted() {
        return new LoginRefusal(Kind.FORBIDDEN, "login.not-trusted");
    }

    static LoginRefusal phoneUnavailable() {
        return new LoginRefusal(Kind.BAD_INPUT, "login.phone-unavailable");
    }

    static LoginRefusal badState() {
        return new LoginRefusal(Kind.FORBIDDEN, "oauth.bad-state");
    }

    static LoginRefusal foreignTarget() {
        return new LoginRefusal(Kind.BAD_INPUT, "oauth.foreign-target");
    }
}
