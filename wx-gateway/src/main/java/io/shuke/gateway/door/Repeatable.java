package io.shuke.gateway.door;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * A request that may arrive more than once and must work once, known by the key its sender gave it.
 *
 * @param caller whose keys they are, such as {@code till:42} or {@code member:7}
 * @param target method and path; with the body it is what was asked, and the same key for anything else is a mistake
 */
public record Repeatable(String caller, String key, String target, Object body) {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    /** @throws RequestRefusal {@code request.idempotency-key} without a key, or with one that is none */
    public static Repeatable of(ServerHttpRequest request, String caller, Object body) {
        var keys = request.getHeaders().getOrEmpty(HEADER);
        if (keys.size() != 1 || !isKey(keys.get(0))) {
            throw RequestRefusal.idempotencyKey();
        }
        return new Repeatable(
                caller,
                keys.get(0),
                request.getMethod() + " " + request.getURI().getRawPath(),
                body);
    }

    private static boolean isKey(@Nullable String key) {
        return key != null && KEY.matcher(key).matches();
    }
}
