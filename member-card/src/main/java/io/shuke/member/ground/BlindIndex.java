package io.shuke.member.ground;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Finds an encrypted value again without decrypting any: a keyed hash, different for each merchant and kind of value. */
public final class BlindIndex {

    private final Keys keys;

    BlindIndex(Keys keys) {
        this.keys = keys;
    }

    /** 32 bytes that only this installation can compute. */
    public byte[] of(MerchantId merchant, String kind, String clear) {
        try {
            var text = merchant.value() + "\n" + kind + "\n" + clear;
            return keys.index().computePrimary(text.getBytes(StandardCharsets.UTF_8), 32);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
