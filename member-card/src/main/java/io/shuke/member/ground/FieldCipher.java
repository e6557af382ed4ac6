package io.shuke.member.ground;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts single fields at rest (AES-256-GCM). The place of a field is part of what is authenticated, so a value that
 * somebody copies into another row does not open there.
 */
public final class FieldCipher {

    private final Keys keys;

    FieldCipher(Keys keys) {
        this.keys = keys;
    }

    /** @param place table, column and row, such as {@code member.phone:42}; the same is needed to open it */
    public byte[] seal(String clear, String place) {
        try {
            return keys.field().encrypt(clear.getBytes(StandardCharsets.UTF_8), bound(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt " + place, e);
        }
    }

    /** @throws IllegalStateException when the value was not sealed for this place */
    public String open(byte[] sealed, String place) {
        try {
            return new String(keys.field().decrypt(sealed, bound(place)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored value does not belong to " + place, e);
        }
    }

    private static byte[] bound(String place) {
        return place.getBytes(StandardCharsets.UTF_8);
    }
}
