package io.shuke.gateway.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A person's names at WeChat. They follow from the person's id, so that they outlive every restart. */
public final class Openids {

    private static final int LENGTH = 28;

    private Openids() {}

    /** What one account calls the person. */
    public static String openid(String appid, String person) {
        return name("openid:" + appid + ":" + person);
    }

    /** What all accounts of the same owner call the person. */
    public static String unionid(String person) {
        return name("unionid:" + person);
    }

    static String hex(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    private static String name(String text) {
        return ("o" + Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(text))).substring(0, LENGTH);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
