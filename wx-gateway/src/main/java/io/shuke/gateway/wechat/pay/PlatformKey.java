package io.shuke.gateway.wechat.pay;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;

/** WeChat's own key, as this account knows it. */
final class PlatformKey {

    private static final long WINDOW = Duration.ofMinutes(5).toSeconds();
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{8,10}");
    private static final Pattern NONCE = Pattern.compile("[!-~]{1,64}");

    private final String id;
    private final PublicKey key;
    private final Clock clock;

    PlatformKey(String id, PublicKey key, Clock clock) {
        this.id = id;
        this.key = key;
        this.clock = clock;
    }

    String id() {
        return id;
    }

    /** Whether it signed exactly this body, under this very name, and not long ago. */
    boolean proves(Proof proof, byte[] body) {
        return proof.serial().equals(id)
                && NONCE.matcher(proof.nonce()).matches()
                && SECONDS.matcher(proof.timestamp()).matches()
                && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(proof.timestamp())) <= WINDOW
                && signed(proof, body);
    }

    private boolean signed(Proof proof, byte[] body) {
        try {
            var verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update((proof.timestamp() + "\n" + proof.nonce() + "\n").getBytes(StandardCharsets.US_ASCII));
            verifier.update(body);
            verifier.update((byte) '\n');
            return verifier.verify(Base64.getDecoder().decode(proof.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException notEvenASignature) {
            return false;
        }
    }
}
