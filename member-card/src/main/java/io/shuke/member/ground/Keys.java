package io.shuke.member.ground;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.jwt.JwtHmacParameters;
import com.google.crypto.tink.jwt.JwtMac;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The installation's keys, kept in a folder outside the database, one Tink keyset a purpose; a keyset may hold older keys,
 * so each can be rotated on its own.
 */
public final class Keys {

    private static final Configuration TINK = TinkConfig2026.get();

    private enum Purpose {
        /** Encrypts fields at rest. */
        FIELD,
        /** Finds an encrypted field again (blind index). */
        INDEX,
        /** Signs customers' session tokens. */
        TOKEN,
        /** Signs the rotating member code. */
        CODE,
        /** Seals what is kept in Redis, so that garbage there is noticed. */
        SEAL
    }

    private final Aead field;
    private final PrfSet index;
    private final JwtMac token;
    private final PrfSet code;
    private final PrfSet seal;

    private Keys(Path folder, boolean create) throws GeneralSecurityException, IOException {
        field = keyset(folder, Purpose.FIELD, create).getPrimitive(TINK, Aead.class);
        index = keyset(folder, Purpose.INDEX, create).getPrimitive(TINK, PrfSet.class);
        token = keyset(folder, Purpose.TOKEN, create).getPrimitive(TINK, JwtMac.class);
        code = keyset(folder, Purpose.CODE, create).getPrimitive(TINK, PrfSet.class);
        seal = keyset(folder, Purpose.SEAL, create).getPrimitive(TINK, PrfSet.class);
    }

    /**
     * @param create whether a missing keyset may be made: true for the embedded default, false in production, where a
     *     forgotten folder must not silently turn every stored phone number into noise
     */
    public static Keys in(Path folder, boolean create) {
        try {
            return new Keys(folder, create);
        } catch (IOException e) {
            throw new UncheckedIOException("the key folder " + folder + " cannot be read (SHUKE_KEYS)", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key folder " + folder + " holds no usable keysets", e);
        }
    }

    private static KeysetHandle keyset(Path folder, Purpose purpose, boolean create)
            throws GeneralSecurityException, IOException {
        var file = folder.resolve(purpose.name().toLowerCase(java.util.Locale.ROOT) + ".json");
        if (create && Files.notExists(file)) {
            var fresh =
                    switch (purpose) {
                        case FIELD -> KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK);
                        case TOKEN ->
                            KeysetHandle.generateNew(
                                    JwtHmacParameters.builder()
                                            .setKeySizeBytes(32)
                                            .setAlgorithm(JwtHmacParameters.Algorithm.HS256)
                                            .setKidStrategy(JwtHmacParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
                                            .build(),
                                    TINK);
                        case INDEX, CODE, SEAL ->
                            KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, TINK);
                    };
            Files.createDirectories(folder);
            Files.writeString(
                    file, TinkJsonProtoKeysetFormat.serializeKeyset(fresh, TINK, InsecureSecretKeyAccess.get()));
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), TINK, InsecureSecretKeyAccess.get());
    }

    Aead field() {
        return field;
    }

    PrfSet index() {
        return index;
    }

    public JwtMac token() {
        return token;
    }

    public PrfSet code() {
        return code;
    }

    public PrfSet seal() {
        return seal;
    }
}
