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
}
