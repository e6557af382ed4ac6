package io.shuke.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody with a phone: acts through the simulator, and has a browser with cookies and a mini-program with a token. */
public final class Guest {

    public static final String OFFICIAL = "wxd3a0000000000001";
    public static final String MINI = "wxd3a0000000000002";

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final Door door;
    private final JsonNode person;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String address;
    private @Nullable String token;

    Guest(Door door, JsonNode person) {
        this.door = door;
        this.person = person;
        int number = ADDRESSES.incrementAndGet();
        this.address = "10.1." + number / 250 + "." + (1 + number % 250);
    }

    public String id() {
        return person.path("id").asString("");
    }

    public String phone() {
        return person.path("phone").asString("");
    }

    public String unionid() {
        return person.path("unionid").asString("");
    }

    public String openid(String account) {
        return person.path("openids").path(account).asString("");
    }

    // What the phone does.

    /** Acts as this person; answers what the phone shows. */
    public Answer act(String what, String body) {
        return door.call("POST", "/sim/api/people/" + id() + "/" + what, Map.of(), body);
    }

    public Answer scan(String scene) {
        return act("scan", "{\"scene\":\"" + scene + "\"}");
    }

    public String loginCode() {
        return act("login-code", "{}").at("/code");
    }

    public String phoneCode() {
        return act("phone-code", "{}").at("/code");
    }

    // The browser.

    /** Goes to WeChat and back, the way a browser is sent; ends on {@code to} with a session. */
    public Answer logIn() {
        var arrived = follow("/oauth/" + OFFICIAL + "?to=%2Fh5%2F");
        assertThat(arrived.header("Location")).isEqualTo("/h5/");
        assertThat(cookies).containsKey("shuke_session");
        return arrived;
    }

    /** Follows redirects until one leads to a page of our own. */
    public Answer follow(String path) {
        var answer = browse("GET", path, null);
        for (int hop = 0; answer.status() == 302 && !answer.header("Location").startsWith("/h5"); hop++) {
            assertThat(hop).as("hops").isLessThan(5);
            answer = browse("GET", answer.header("Location"), null);
        }
        return answer;
    }

    /** With the browser's cookies and nothing else. */
    public Answer browse(String method, String path, @Nullable String body) {
        var headers = headers();
        if (!cookies.isEmpty()) {
            headers.put(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = door.call(method, path, headers, body);
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String line) {
        for (var cookie : HttpCookie.parse(line)) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public String session() {
        return cookies.getOrDefault("shuke_session", "");
    }

    // The mini-program.

    public Answer logInToMiniProgram() {
        var answer = logInToMiniProgram(loginCode());
        token = answer.at("/token");
        return answer;
    }

    public Answer logInToMiniProgram(String code) {
        return guess(code).join();
    }

    /** The same without waiting for the answer. */
    public CompletableFuture<Answer> guess(String code) {
        return door.send(
                "POST", "/api/sessions/mini", headers(), "{\"appid\":\"" + MINI + "\",\"code\":\"" + code + "\"}");
    }

    /** With the mini-program's token where there is one, else with the browser's cookies. */
    public Answer call(String method, String path, @Nullable String body) {
        return token == null ? browse(method, path, body) : door.call(method, path, bearer(token), body);
    }

    public CompletableFuture<Answer> send(String method, String path, @Nullable String body) {
        return door.send(method, path, bearer(token == null ? session() : token), body);
    }

    /** With a key, so that the program knows it again when it comes twice. */
    public CompletableFuture<Answer> send(String method, String path, @Nullable String body, String key) {
        var headers = bearer(token == null ? session() : token);
        headers.put("Idempotency-Key", key);
        return door.send(method, path, headers, body);
    }

    public Map<String, String> bearer(String value) {
        var headers = headers();
        headers.put("Authorization", "Bearer " + value);
        return headers;
    }

    private Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Forwarded-For", address);
        headers.put("X-Sim-User", id());
        return headers;
    }

    // What members do.

    public Answer get(String path) {
        return call("GET", path, null);
    }

    public Answer join() {
        return join("");
    }

    /** @param more further fields, each with its comma before it */
    public Answer join(String more) {
        var version = door.get("/api/shop?merchant=1").at("/consent/version");
        return call("POST", "/api/members", "{\"consent\":{\"version\":\"" + version + "\"}" + more + "}");
    }

    public Answer checkIn() {
        return call("POST", "/api/me/check-ins", null);
    }

    public Answer makeUp(String day) {
        return call("POST", "/api/me/check-ins/make-up", "{\"day\":\"" + day + "\"}");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
