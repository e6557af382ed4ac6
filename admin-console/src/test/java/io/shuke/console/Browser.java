package io.shuke.console;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A browser at the console, coming from an address of its own. */
public final class Browser {

    public static final String SESSIONS = "/console/api/sessions";
    public static final String PASSWORD = "correct horse battery";

    private static final String COOKIE = "shuke_console";

    private final WebTestClient client;
    private final String address;
    private @Nullable String cookie;
    private @Nullable String csrf;

    Browser(int port) {
        this.client = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
        var random = ThreadLocalRandom.current();
        this.address = "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    public ResponseSpec tries(String account, String password) {
        return client.post()
                .uri(SESSIONS)
                .header("X-Forwarded-For", address)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("account", account, "password", password))
                .exchange();
    }

    public Browser signsIn(String account) {
        var answer = tries(account, PASSWORD)
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult();
        cookie = requireNonNull(answer.getResponseCookies().getFirst(COOKIE)).getValue();
        csrf = String.valueOf(requireNonNull(answer.getResponseBody()).get("csrf"));
        return this;
    }

    /** Loses it, as a foreign page would never have had it. */
    public Browser withoutCsrf() {
        csrf = null;
        return this;
    }

    public Browser with(String otherCookie) {
        cookie = otherCookie;
        return this;
    }

    public @Nullable String cookie() {
        return cookie;
    }

    public ResponseSpec post(String path, String body) {
        return send(HttpMethod.POST, path, body);
    }

    public ResponseSpec get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    public ResponseSpec put(String path, String json) {
        return send(HttpMethod.PUT, path, json);
    }

    public ResponseSpec upload(String path, byte[] file) {
        var request = asked(HttpMethod.POST, path);
        request.contentType(MediaType.APPLICATION_OCTET_STREAM).bodyValue(file);
        return request.exchange();
    }

    public ResponseSpec send(HttpMethod method, String path, @Nullable String json) {
        var request = asked(method, path);
        if (json != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(json);
        }
        return request.exchange();
    }

    private WebTestClient.RequestBodySpec asked(HttpMethod method, String path) {
        var request = client.method(method).uri(path).header("X-Forwarded-For", address);
        if (cookie != null) {
            request.header(HttpHeaders.COOKIE, COOKIE + "=" + cookie);
        }
        if (csrf != null) {
            request.header("X-CSRF-Token", csrf);
        }
        return request;
    }
}
