package io.shuke.gateway.door;

import io.shuke.member.ground.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Seals what is kept in Redis, each value for its key: whatever else stands there is noticed and counts as nothing. */
@Component
public class Seal {

    static final int LENGTH = 32;

    private final Keys keys;

    Seal(Keys keys) {
        this.keys = keys;
    }

    public byte[] put(String key, byte[] content) {
        return ByteBuffer.allocate(LENGTH + content.length)
                .put(sealOf(key, content))
                .put(content)
                .array();
    }

    /** The content, if the seal is ours and was made for this key. */
    public Optional<byte[]> open(String key, byte[] sealed) {
        if (sealed.length < LENGTH) {
            return Optional.empty();
        }
        var content = new byte[sealed.length - LENGTH];
        System.arraycopy(sealed, LENGTH, content, 0, content.length);
        var seal = new byte[LENGTH];
        System.arraycopy(sealed, 0, seal, 0, LENGTH);
        return MessageDigest.isEqual(seal, sealOf(key, content)) ? Optional.of(content) : Optional.empty();
    }

    private byte[] sealOf(String key, byte[] content) {
        var name = key.getBytes(StandardCharsets.UTF_8);
        var both = ByteBuffer.allocate(Integer.BYTES + name.length + content.length)
                .putInt(name.length)
                .put(name)
                .put(content)
                .array();
        try {
            return keys.seal().computePrimary(both, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
