package io.shuke.console.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** 256 random bits, known to one browser. The database has only their hash. */
record SessionToken(String value) {

    static final String COOKIE = "shuke_console";

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    static SessionToken fresh(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SessionToken(text(bytes));
    }

    /** Empty for what was never given out. */
    static Optional<SessionToken> read(String cookie) {
        return FORM.matcher(cookie).matches() ? Optional.of(new SessionToken(cookie)) : Optional.empty();
    }

    byte[] hash() {
        return sha256(value);
    }

    /** What a page of our own must show besides the cookie. It follows from the token, and the token not from it. */
    String csrf() {
        return text(sha256("csrf " + value));
    }

    boolean hasCsrf(String shown) {
        return MessageDigest.isEqual(csrf().getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SessionToken[]";
    }
}
