package io.shuke.gateway.wechat.callback;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * One EncodingAESKey of one account: AES-256-CBC over {@code random(16) length(4) message appid}, padded to 32 bytes.
 * Every length is checked against what is there before it is used.
 */
final class CallbackCipher {

    private static final int BLOCK = 32;
    private static final int HEAD = 20;
    private static final ThreadLocal<Cipher> AES = ThreadLocal.withInitial(CallbackCipher::aes);
    /** Seeded once: the usual one reads a file each time, which an event loop must not. */
    private static final SecureRandom RANDOM = random();

    private final SecretKeySpec key;
    private final IvParameterSpec iv;
    private final byte[] appid;

    /** @throws IllegalArgumentException when the key is not 43 characters of Base64 */
    CallbackCipher(String encodingKey, String appid) {
        var bytes = Base64.getDecoder().decode(encodingKey + "=");
        if (bytes.length != 32) {
            throw new IllegalArgumentException("an EncodingAESKey has 43 characters");
        }
        this.key = new SecretKeySpec(bytes, "AES");
        this.iv = new IvParameterSpec(bytes, 0, 16);
        this.appid = appid.getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes of an {@code Encrypt}; null when it cannot be one. */
    static byte @Nullable [] decode(String encrypted) {
        if (encrypted.isEmpty() || encrypted.length() % 4 != 0) {
            return null;
        }
        try {
            var bytes = Base64.getDecoder().decode(encrypted);
            return bytes.length % BLOCK == 0 ? bytes : null;
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    /** The message, or null when this is not the key or the account it was meant for. */
    @Nullable
    String open(byte[] sealed) {
        byte[] plain;
        try {
            var cipher = AES.get();
            cipher.init(Cipher.DECRYPT_MODE, key, iv);
            plain = cipher.doFinal(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        var padding = plain[plain.length - 1];
        var end = plain.length - padding;
        if (padding < 1 || padding > BLOCK || end < HEAD + appid.length) {
            return null;
        }
        for (int i = end; i < plain.length; i++) {
            if (plain[i] != padding) {
                return null;
            }
        }
        var length = ByteBuffer.wrap(plain, 16, 4).getInt();
        if (length != end - HEAD - appid.length
                || !MessageDigest.isEqual(appid, Arrays.copyOfRange(plain, HEAD + length, end))) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain, HEAD, length))
                    .toString();
        } catch (CharacterCodingException noText) {
            return null;
        }
    }

    String seal(String message) {
        var bytes = message.getBytes(StandardCharsets.UTF_8);
        var filled = HEAD + bytes.length + appid.length;
        var padding = BLOCK - filled % BLOCK;
        var plain = new byte[filled + padding];
        var random = new byte[16];
        RANDOM.nextBytes(random);
        ByteBuffer.wrap(plain).put(random).putInt(bytes.length).put(bytes).put(appid);
        Arrays.fill(plain, filled, plain.length, (byte) padding);
        try {
            var cipher = AES.get();
            cipher.init(Cipher.ENCRYPT_MODE, key, iv);
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static long nonce() {
        return RANDOM.nextLong(1_000_000_000L, 10_000_000_000L);
    }

    private static Cipher aes() {
        try {
            return Cipher.getInstance("AES/CBC/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecureRandom random() {
        try {
            var random = SecureRandom.getInstance("DRBG");
            random.nextBytes(new byte[1]);
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
