package io.shuke.gateway.door;

import io.shuke.member.ground.Refusal;

/** Why a customer is not let in. */
public final class SessionRefusal extends Refusal {

    private SessionRefusal(Kind kind, String code) {
        super(kind, code);
    }

    static SessionRefusal missing() {
        return new SessionRefusal(Kind.UNAUTHENTICATED, "session.missing");
    }

    static SessionRefusal ended() {
        return new SessionRefusal(Kind.UNAUTHENTICATED, "session.ended");
    }

    static SessionRefusal notJoined() {
        return new SessionRefusal(Kind.FORBIDDEN, "session.not-joined");
    }

    static SessionRefusal foreignOrigin() {
        return new SessionRefusal(Kind.FORBIDDEN, "session.foreign-origin");
    }
}
