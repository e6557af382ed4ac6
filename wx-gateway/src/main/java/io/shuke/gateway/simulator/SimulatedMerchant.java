package io.shuke.gateway.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A merchant as WeChat Pay knows it.
 *
 * @param serial of the certificate the merchant signs with, whose public half is {@code key}
 * @param apiKey with which WeChat encrypts what it tells the merchant
 */
record SimulatedMerchant(String mchid, String serial, PublicKey key, String apiKey) {

    /** From the merchant's own private key, of which WeChat really has the public half only. */
    static SimulatedMerchant of(String mchid, String serial, String privateKey, String apiKey) {
        try {
            var bytes = Base64.getMimeDecoder().decode(privateKey.replaceAll("-----[A-Z ]+-----", ""));
            var factory = KeyFactory.getInstance("RSA");
            var secret = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(bytes));
            var open = factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            return new SimulatedMerchant(mchid, serial, open, apiKey);
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("the key of merchant " + mchid + " is unreadable");
        }
    }

    boolean signed(String message, String signature) {
        try {
            var verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(message.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }

    String sealed(String text, String nonce, String about) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(apiKey.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "SimulatedMerchant[" + mchid + "]";
    }
}
