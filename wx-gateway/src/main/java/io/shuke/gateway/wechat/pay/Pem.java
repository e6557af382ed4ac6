package io.shuke.gateway.wechat.pay;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Keys as WeChat Pay hands them out, in PEM. What is wrong with one is told without quoting it. */
final class Pem {

    private Pem() {}

    static PrivateKey privateKey(String pem) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes(pem)));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("this is no private key (RSA, PKCS#8, PEM)");
        }
    }

    /** A public key, or a certificate that holds one. */
    static PublicKey publicKey(String pem) {
        try {
            if (pem.contains("BEGIN CERTIFICATE")) {
                var in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
                return CertificateFactory.getInstance("X.509")
                        .generateCertificate(in)
                        .getPublicKey();
            }
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes(pem)));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("this is no public key (RSA, X.509, PEM)");
        }
    }

    private static byte[] bytes(String pem) {
        return Base64.getDecoder()
                .decode(pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
    }
}
