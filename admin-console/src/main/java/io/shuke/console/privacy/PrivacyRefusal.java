package io.shuke.console.privacy;

import io.shuke.member.ground.Refusal;

/** What keeps a member from being deleted by mistake. */
public final class PrivacyRefusal extends Refusal {

    private PrivacyRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static PrivacyRefusal otherNumber() {
        return new PrivacyRefusal(Kind.CONFLICT, "privacy.other-number");
    }

    static PrivacyRefusal changed() {
        return new PrivacyRefusal(Kind.CONFLICT, "privacy.changed");
    }
}
