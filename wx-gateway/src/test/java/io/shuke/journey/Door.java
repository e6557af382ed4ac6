package io.shuke.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The program's one door, seen from the street. Follows no redirect and keeps no cookie: a {@link Guest} does. */
public final class Door {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger GUESTS = new AtomicInteger();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final String root;

    public Door(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    public String root() {
        return root;
    }

    /** Somebody whom nobody knows yet. */
    public Guest stranger() {
        var nickname = "路人" + GUESTS.incrementAndGet();
        var person = call("POST", "/sim/api/people", Map.of(), "{\"nickname\":\"" + nickname + "\"}");
        return new Guest(this, person.json());
    }

    /** Somebody who has opened the member page in WeChat and joined. */
    public Guest member() {
        var guest = stranger();
        guest.logIn();
        guest.join();
        return guest;
    }

    public Answer get(String path) {
        return call("GET", path, Map.of(), null);
    }

    public Answer call(String method, String path, Map<String, String> headers, @Nullable String body) {
        try {
            return answer(http.send(request(method, path, headers, body), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public CompletableFuture<Answer> send(
            String method, String path, Map<String, String> headers, @Nullable String body) {
        return http.sendAsync(request(method, path, headers, body), BodyHandlers.ofByteArray())
                .thenApply(Door::answer);
    }

    private HttpRequest request(String method, String path, Map<String, String> headers, @Nullable String body) {
        var uri = URI.create(path.startsWith("http") ? path : root + path);
        var request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
        headers.forEach(request::header);
        if (body == null) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return request.method(method, BodyPublishers.ofString(body)).build();
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }
}
