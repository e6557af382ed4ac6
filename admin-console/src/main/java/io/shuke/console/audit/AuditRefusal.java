package io.shuke.console.audit;

import io.shuke.member.ground.Refusal;

/** What the records say no to. */
public final class AuditRefusal extends Refusal {

    private AuditRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static AuditRefusal unknown() {
        return new AuditRefusal(Kind.NOT_FOUND, "audit.unknown");
    }
}
