package io.shuke.gateway.sms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Alibaba Cloud's third signature: of a request without a body, all of whose parameters stand in the query. */
public final class Acs3 {

    public static final String ALGORITHM = "ACS3-HMAC-SHA256";

    private static final String NOTHING = hex(sha256(""));

    private Acs3() {}

    /** The headers that are signed, with that of the empty body. */
    public static SortedMap<String, String> headers(
            String host, String action, String version, String date, String nonce) {
        return new TreeMap<>(Map.of(
                "host",
                host,
                "x-acs-action",
                action,
                "x-acs-version",
                version,
                "x-acs-date",
                date,
                "x-acs-signature-nonce",
                nonce,
                "x-acs-content-sha256",
                NOTHING));
    }

    /** @param query as {@link #query} writes it */
    public static String signature(String secret, String query, SortedMap<String, String> headers) {
        var lines = headers.entrySet().stream()
                .map(one -> one.getKey() + ":" + one.getValue().strip() + "\n")
                .collect(Collectors.joining());
        var canonical = "POST\n/\n" + query + "\n" + lines + "\n" + names(headers) + "\n" + NOTHING;
        return hex(hmac(secret, ALGORITHM + "\n" + hex(sha256(canonical))));
    }

    static String authorization(String key, String secret, String query, SortedMap<String, String> headers) {
        return ALGORITHM + " Credential=" + key + ",SignedHeaders=" + names(headers) + ",Signature="
                + signature(secret, query, headers);
    }

    private static String names(SortedMap<String, String> headers) {
        return String.join(";", headers.keySet());
    }

    /** In the order and the spelling in which it is signed. */
    public static String query(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
