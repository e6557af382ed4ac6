package io.shuke.gateway.till;

import io.shuke.marketing.till.TillKeyId;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The four headers of a signed request, each there once and in its form. */
record Credentials(TillKeyId key, String timestamp, String nonce, String signature) {

    static final String KEY = "Shuke-Key";
    static final String TIMESTAMP = "Shuke-Timestamp";
    static final String NONCE = "Shuke-Nonce";
    static final String SIGNATURE = "Shuke-Signature";

    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,11}");
    private static final Pattern ONCE = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ANY = Pattern.compile("[\\x21-\\x7e]{1,64}");

    /** @throws SignatureRefusal {@code till.signature-missing} or {@code till.key-unknown} */
    static Credentials of(ServerHttpRequest request) {
        var headers = request.getHeaders();
        var key = TillKeyId.parse(one(headers, KEY, ANY));
        return new Credentials(
                key.orElseThrow(SignatureRefusal::keyUnknown),
                one(headers, TIMESTAMP, SECONDS),
                one(headers, NONCE, ONCE),
                one(headers, SIGNATURE, HEX));
    }

    private static String one(HttpHeaders headers, String name, Pattern form) {
        var values = headers.getOrEmpty(name);
        if (values.size() != 1 || !form.matcher(values.get(0)).matches()) {
            throw SignatureRefusal.missing();
        }
        return values.get(0);
    }

    long seconds() {
        return Long.parseLong(timestamp);
    }

    @Override
    public String toString() {
        return "Credentials[" + key + "]";
    }
}
