package io.shuke.marketing.till;

import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits as 43 characters; a till signs with these characters' bytes. */
public record TillSecret(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static TillSecret random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new TillSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return "TillSecret";
    }
}
