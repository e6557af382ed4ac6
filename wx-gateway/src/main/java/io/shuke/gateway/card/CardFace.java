package io.shuke.gateway.card;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All of a card but its code, which is another one each second.
 *
 * @param number ten digits
 * @param json the body as it is sent, without its code
 */
record CardFace(String number, byte[] json) {

    private static final int NUMBER = 10;
    private static final byte[] CODE = ",\"code\":".getBytes(StandardCharsets.US_ASCII);

    static CardFace of(CardEndpoint.CardBody body, JsonMapper json) {
        ObjectNode face = json.valueToTree(body);
        face.remove("code");
        return new CardFace(body.number(), json.writeValueAsBytes(face));
    }

    static CardFace of(byte[] kept) {
        var number = new String(kept, 0, NUMBER, StandardCharsets.US_ASCII);
        return new CardFace(number, Arrays.copyOfRange(kept, NUMBER, kept.length));
    }

    byte[] toBytes() {
        var bytes = Arrays.copyOf(number.getBytes(StandardCharsets.US_ASCII), NUMBER + json.length);
        System.arraycopy(json, 0, bytes, NUMBER, json.length);
        return bytes;
    }

    /** The whole body: the code goes in before the closing brace. */
    byte[] with(byte[] code) {
        var open = json.length - 1;
        var body = Arrays.copyOf(json, json.length + CODE.length + code.length);
        System.arraycopy(CODE, 0, body, open, CODE.length);
        System.arraycopy(code, 0, body, open + CODE.length, code.length);
        body[body.length - 1] = '}';
        return body;
    }
}
