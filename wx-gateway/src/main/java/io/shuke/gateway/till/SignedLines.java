package io.shuke.gateway.till;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is signed, whoever sends: five lines joined by a single line feed.
 *
 * @param target path with query, as it stands in the request
 * @param timestamp seconds since 1970, as it stands in the header
 * @param body what was sent, to the byte; empty for none
 */
public record SignedLines(String method, String target, String timestamp, String nonce, byte[] body) {

    private static final String HMAC = "HmacSHA256";

    /** Lower-case hex HMAC-SHA256, keyed with the secret's UTF-8 bytes. */
    public String signature(String secret) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In constant time, and the very characters: upper case is no signature. */
    boolean areSignedBy(String secret, String given) {
        return MessageDigest.isEqual(
                signature(secret).getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return String.join("\n", method, target, timestamp, nonce, hash());
    }

    private String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
