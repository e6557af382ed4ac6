package io.shuke.gateway.wechat.callback;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the address of a call. It is read from the raw query: the parts WeChat signs never need escaping, so an
 * escaped or repeated one is not WeChat's.
 */
record CallbackQuery(String signature, String timestamp, String nonce, Map<String, String> others) {

    private static final int MOST_PARAMETERS = 24;
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    static CallbackQuery of(@Nullable String raw) {
        var values = new HashMap<String, String>();
        var pairs = raw == null ? new String[0] : raw.split("&", MOST_PARAMETERS + 1);
        for (var pair : pairs) {
            var equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            if (values.put(name, pair.substring(equals + 1)) != null || values.size() > MOST_PARAMETERS) {
                throw CallbackRefusal.forged();
            }
        }
        return new CallbackQuery(
                one(values, "signature", HEX), one(values, "timestamp", SECONDS), one(values, "nonce", NONCE), values);
    }

    /** The signature over the encrypted message. */
    String messageSignature() {
        if (!"aes".equals(others.get("encrypt_type"))) {
            throw CallbackRefusal.plain();
        }
        return one(others, "msg_signature", HEX);
    }

    long seconds() {
        return Long.parseLong(timestamp);
    }

    private static String one(Map<String, String> values, String name, Pattern shape) {
        var value = values.get(name);
        if (value == null || !shape.matcher(value).matches()) {
            throw CallbackRefusal.forged();
        }
        return value;
    }
}
