package io.shuke.gateway.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * WeChat's side of the safe mode: AES-256-CBC over sixteen random bytes, the length, the message and the appid, padded to
 * 32 bytes. Written apart from the gateway's own verifier on purpose, so that neither can hide the other's mistake.
 */
final class Crypt {

    private static final int BLOCK = 32;
    private static final int NOISE = 16;

    private final SecretKeySpec key;
    private final IvParameterSpec start;

    Crypt(String encodingAesKey) {
        // 43 characters carry 258 bits; the spare two need not be zero, so the strict decoder gets them cleared.
        var bytes = Base64.getMimeDecoder().decode(encodingAesKey + "=");
        this.key = new SecretKeySpec(bytes, "AES");
        this.start = new IvParameterSpec(bytes, 0, 16);
    }

    static String signature(String... parts) {
        var sorted = parts.clone();
        Arrays.sort(sorted);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1")
                            .digest(String.join("", sorted).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String seal(byte[] noise, String message, String appid) {
        var text = message.getBytes(StandardCharsets.UTF_8);
        var owner = appid.getBytes(StandardCharsets.UTF_8);
        int length = NOISE + 4 + text.length + owner.length;
        int padding = BLOCK - length % BLOCK;
        var plain = ByteBuffer.allocate(length + padding)
                .put(noise, 0, NOISE)
                .putInt(text.length)
                .put(text)
                .put(owner);
        while (plain.hasRemaining()) {
            plain.put((byte) padding);
        }
        return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, plain.array()));
    }

    record Opened(String message, String appid) {}

    /** What stands in {@code sealed}; anything odd is an {@link IllegalArgumentException}. */
    Opened open(String sealed) {
        var plain = run(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(sealed));
        int padding = plain[plain.length - 1];
        if (padding < 1 || padding > BLOCK || plain.length - padding < NOISE + 4) {
            throw new IllegalArgumentException("wrong padding");
        }
        var text = ByteBuffer.wrap(plain, NOISE, plain.length - padding - NOISE);
        int length = text.getInt();
        if (length < 0 || length > text.remaining()) {
            throw new IllegalArgumentException("wrong length");
        }
        var message = new byte[length];
        text.get(message);
        var owner = new byte[text.remaining()];
        text.get(owner);
        return new Opened(new String(message, StandardCharsets.UTF_8), new String(owner, StandardCharsets.UTF_8));
    }

    private byte[] run(int mode, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, key, start);
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException("cannot be decrypted", broken);
        }
    }
}
