package io.shuke.gateway.door;

import io.shuke.member.ground.Refusal;

/** What the door itself refuses, whoever lives behind it. */
public final class RequestRefusal extends Refusal {

    private RequestRefusal(Kind kind, String code) {
        super(kind, code);
    }

    public static RequestRefusal tooOften() {
        return new RequestRefusal(Kind.TOO_OFTEN, "request.too-often");
    }

    /** A parameter or a body that says nothing we understand. */
    public static RequestRefusal malformed() {
        return new RequestRefusal(Kind.BAD_INPUT, "request.malformed");
    }

    /** Whoever may have to ask again must say that it is the same request. */
    static RequestRefusal idempotencyKey() {
        return new RequestRefusal(Kind.BAD_INPUT, "request.idempotency-key");
    }

    static RequestRefusal idempotencyMismatch() {
        return new RequestRefusal(Kind.CONTRADICTION, "request.idempotency-mismatch");
    }

    static RequestRefusal idempotencyRunning() {
        return new RequestRefusal(Kind.CONFLICT, "request.idempotency-running");
    }
}
