package io.shuke.gateway.simulator;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * How a callback travels. WeChat itself only ever does the first three; the rest is what a bad day or a bad person does.
 *
 * @param json mini-programs may choose JSON; Official Accounts get XML always
 * @param copies how many times the same callback arrives at the same moment
 * @param hold kept back until after the next one, so that the two arrive in the wrong order
 * @param previousKey encrypted with the key before the current one
 * @param wrongSignature signed by somebody who does not know the token
 * @param foreign the message inside belongs to another account
 * @param ageSeconds how long ago it was signed
 * @param identical copies and retries are the same bytes, as when somebody recorded them
 */
record Delivery(
        Mode mode,
        boolean json,
        int copies,
        long delayMs,
        boolean hold,
        boolean previousKey,
        boolean wrongSignature,
        boolean foreign,
        long ageSeconds,
        boolean identical) {

    enum Mode {
        SAFE,
        COMPATIBLE,
        PLAIN
    }

    static final Delivery USUAL = new Delivery(Mode.SAFE, false, 1, 0, false, false, false, false, 0, false);

    /** The wishes in {@code wish}; where it is silent, as before. */
    Delivery with(JsonNode wish) {
        return new Delivery(
                wish.has("mode") ? Mode.valueOf(wish.path("mode").asString("").toUpperCase(Locale.ROOT)) : mode,
                wish.path("json").asBoolean(json),
                Math.max(1, Math.min(20, wish.path("copies").asInt(copies))),
                wish.path("delayMs").asLong(delayMs),
                wish.path("hold").asBoolean(hold),
                wish.path("previousKey").asBoolean(previousKey),
                wish.path("wrongSignature").asBoolean(wrongSignature),
                wish.path("foreign").asBoolean(foreign),
                wish.path("ageSeconds").asLong(ageSeconds),
                wish.path("identical").asBoolean(identical));
    }
}
