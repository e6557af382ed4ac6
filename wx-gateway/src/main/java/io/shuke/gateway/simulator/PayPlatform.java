package io.shuke.gateway.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** WeChat Pay's own key, another one for each data folder. */
public final class PayPlatform {

    private static final String ID = "PUB_KEY_ID_0116000000012026112200000000000001";

    private final KeyPair keys;

    PayPlatform(Path file) {
        try {
            this.keys = Files.exists(file) ? read(Files.readString(file)) : made(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The simulator's key " + file + " is unreadable; delete it.", e);
        }
    }

    private static KeyPair made(Path file) throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        return pair;
    }

    private static KeyPair read(String pem) throws GeneralSecurityException {
        var bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        var factory = KeyFactory.getInstance("RSA");
        var secret = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(bytes));
        return new KeyPair(
                factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent())), secret);
    }

    /** By which WeChat names the key that merchants check its messages with. */
    public String keyId() {
        return ID;
    }

    public String publicKey() {
        return pem("PUBLIC KEY", keys.getPublic().getEncoded());
    }

    /** Key material as merchants keep it. */
    public static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + kind
                + "-----\n";
    }

    /** Signs a message the way WeChat does: its time, a nonce and the body, a line each. */
    String sign(String timestamp, String nonce, String body) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update((timestamp + "\n" + nonce + "\n" + body + "\n").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
