package io.shuke.member.membership;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import io.shuke.member.ground.FieldCipher;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The key that seals one member's fields. When it is deleted they are gone, wherever copies of them may lie. */
final class MemberKey {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Aead aead;
    private final byte[] secret;

    private MemberKey(byte[] secret) {
        try {
            this.aead = new AesGcmJce(secret);
            this.secret = secret;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static MemberKey fresh() {
        var secret = new byte[32];
        RANDOM.nextBytes(secret);
        return new MemberKey(secret);
    }

    static MemberKey opened(byte[] sealed, long member, FieldCipher cipher) {
        return new MemberKey(Base64.getDecoder().decode(cipher.open(sealed, place(member))));
    }

    byte[] sealed(long member, FieldCipher cipher) {
        return cipher.seal(Base64.getEncoder().encodeToString(secret), place(member));
    }

    /** @param column such as {@code member.nickname}; a value moved to another column or row does not open there */
    byte[] seal(String clear, String column, long row) {
        try {
            return aead.encrypt(clear.getBytes(StandardCharsets.UTF_8), bound(column, row));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String open(byte[] sealed, String column, long row) {
        try {
            return new String(aead.decrypt(sealed, bound(column, row)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored value does not belong to " + column + ":" + row, e);
        }
    }

    @Nullable
    String openNullable(byte @Nullable [] sealed, String column, long row) {
        return sealed == null ? null : open(sealed, column, row);
    }

    byte @Nullable [] sealNullable(@Nullable String clear, String column, long row) {
        return clear == null ? null : seal(clear, column, row);
    }

    private static byte[] bound(String column, long row) {
        return (column + ":" + row).getBytes(StandardCharsets.UTF_8);
    }

    private static String place(long member) {
        return "member_key.secret:" + member;
    }
}
