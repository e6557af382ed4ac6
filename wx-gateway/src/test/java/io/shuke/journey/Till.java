package io.shuke.journey;

import io.shuke.gateway.till.SignedLines;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The demo shop's till, seen from the street. */
public final class Till {

    /** A request ready to be sent, as often and as altered as one likes. */
    public record Signed(String method, String path, Map<String, String> headers, String body) {

        public Signed with(String header, String value) {
            var other = new LinkedHashMap<>(headers);
            other.put(header, value);
            return new Signed(method, path, other, body);
        }
    }

    private final Door door;
    private final String key;
    private final String secret;
    private final String store;

    public Till(Door door) {
        this.door = door;
        var shop = door.get("/sim/api/shop");
        this.key = shop.at("/till/key");
        this.secret = shop.at("/till/secret");
        this.store = shop.at("/stores/0/id");
    }

    /** Another one, perhaps of another shop. */
    public Till(Door door, String key, String secret, String store) {
        this.door = door;
        this.key = key;
        this.secret = secret;
        this.store = store;
    }

    public String key() {
        return key;
    }

    public String secret() {
        return secret;
    }

    public String store() {
        return store;
    }

    public Signed sign(String path, String body, String idempotencyKey) {
        var timestamp = Long.toString(Instant.now(java.time.Clock.systemUTC()).getEpochSecond());
        var nonce = UUID.randomUUID().toString();
        var lines = new SignedLines("POST", path, timestamp, nonce, body.getBytes(StandardCharsets.UTF_8));
        var headers = new LinkedHashMap<String, String>();
        headers.put("Shuke-Key", key);
        headers.put("Shuke-Timestamp", timestamp);
        headers.put("Shuke-Nonce", nonce);
        headers.put("Shuke-Signature", lines.signature(secret));
        headers.put("Idempotency-Key", idempotencyKey);
        return new Signed("POST", path, headers, body);
    }

    public Answer send(Signed request) {
        return door.call(request.method(), request.path(), request.headers(), request.body());
    }

    /** The same without waiting for the answer. */
    public CompletableFuture<Answer> begin(Signed request) {
        return door.send(request.method(), request.path(), request.headers(), request.body());
    }

    public Answer post(String path, String body) {
        return send(sign(path, body, UUID.randomUUID().toString()));
    }

    public Answer scan(Guest guest) {
        var code = guest.get("/api/me/card").at("/code/value");
        return post("/till/v1/scans", "{\"code\":\"" + code + "\"}");
    }

    /** Whom another till has scanned in this second waits for the next code. @return the member's id */
    public String meet(Guest guest) {
        var seen = scan(guest);
        for (int tries = 0; seen.status() != 200; tries++) {
            if (tries > 300) {
                throw new AssertionError(seen.toString());
            }
            seen = scan(guest);
        }
        return seen.at("/member/id");
    }

    /** One bowl of noodles for 20.00 yuan. */
    public String bill(String orderNo, String memberId, String more) {
        var member = memberId.isEmpty() ? "" : "\"memberId\":\"" + memberId + "\",";
        return "{\"storeId\":\"" + store + "\",\"orderNo\":\"" + orderNo + "\"," + member
                + "\"lines\":[{\"sku\":\"n1\",\"name\":\"牛肉面\",\"category\":\"面\",\"quantity\":1,\"amountFen\":2000}]"
                + more
                + "}";
    }
}
