package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.Delivery.Mode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One callback ready to be posted: its query, its body and the content type. */
record Envelope(Map<String, String> query, String body, String contentType) {

    /** A retry tells the same message, which is how it is recognised, in an envelope sealed anew. */
    static Envelope of(Parcel parcel, Instant now) {
        var account = parcel.account();
        var how = parcel.how();
        var event = parcel.event();
        var asJson = how.json() && !account.official();
        var second = now.getEpochSecond() - how.ageSeconds();
        var message = event.text(account, parcel.openid(), parcel.at().getEpochSecond(), asJson);
        var query = signed(account, how, second);
        query.put("openid", parcel.openid());
        var fields = Json.of("ToUserName", account.originalId());
        if (how.mode() == Mode.PLAIN) {
            return new Envelope(query, message, type(asJson));
        }
        var key = how.previousKey() && account.previousAesKey() != null ? account.previousAesKey() : account.aesKey();
        var owner = how.foreign() ? "wx0000000000000000" : account.appid();
        var sealed = new Crypt(key).seal(noise(), message, owner);
        query.put("encrypt_type", "aes");
        query.put(
                "msg_signature",
                Crypt.signature(token(account, how), query("timestamp", query), query("nonce", query), sealed));
        fields.put("Encrypt", sealed);
        if (how.mode() == Mode.COMPATIBLE) {
            fields.putAll(asJson ? event.json() : event.xml());
        }
        return new Envelope(query, asJson ? Json.text(fields) : Xml.write(fields), type(asJson));
    }

    /** What WeChat asks before it takes an address: {@code echostr} is to come back. */
    static Map<String, String> question(SimulatedAccount account, Delivery how, Instant now) {
        var query = signed(account, how, now.getEpochSecond());
        query.put("echostr", String.valueOf(Randoms.number(18)));
        return query;
    }

    private static Map<String, String> signed(SimulatedAccount account, Delivery how, long second) {
        var query = new LinkedHashMap<String, String>();
        var timestamp = String.valueOf(second);
        var nonce = String.valueOf(Randoms.number(9));
        query.put("signature", Crypt.signature(token(account, how), timestamp, nonce));
        query.put("timestamp", timestamp);
        query.put("nonce", nonce);
        return query;
    }

    private static String query(String name, Map<String, String> query) {
        return query.getOrDefault(name, "");
    }

    private static String token(SimulatedAccount account, Delivery how) {
        return how.wrongSignature() ? "somebody-else" : account.token();
    }

    private static byte[] noise() {
        return Randoms.text(16).getBytes(StandardCharsets.US_ASCII);
    }

    private static String type(boolean asJson) {
        return asJson ? "application/json" : "text/xml";
    }
}
