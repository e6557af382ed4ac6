package io.shuke.gateway.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The browser inside each phone. There is only one real browser, so the session of the person who puts the phone down is
 * kept for them and the next person's is taken out.
 */
@Simulated
@RestController
class BrowserEndpoint {

    static final String PERSON = "sim_person";
    private static final String SESSION = "shuke_session";

    private final People people;
    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    BrowserEndpoint(People people) {
        this.people = people;
    }

    @GetMapping("/sim/browse")
    ResponseEntity<String> open(
            ServerHttpRequest request, @RequestParam("person") String id, @RequestParam("to") String to) {
        var person = people.person(id);
        var path = local(to, request.getURI());
        if (path.isEmpty()) {
            return ResponseEntity.status(HttpStatus.BAD_REQUEST)
                    .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                    .body(Pages.oops("手机里只能打开本机的页面：" + to));
        }
        var answer = ResponseEntity.status(HttpStatus.FOUND).location(URI.create(path.get()));
        var before = cookie(request, PERSON);
        if (!person.id().equals(before)) {
            var session = cookie(request, SESSION);
            if (before != null && session != null) {
                sessions.put(before, session);
            }
            answer.header("Set-Cookie", session(sessions.get(person.id())).toString());
        }
        answer.header(
                "Set-Cookie",
                ResponseCookie.from(PERSON, person.id())
                        .path("/")
                        .sameSite("Lax")
                        .httpOnly(true)
                        .build()
                        .toString());
        return answer.build();
    }

    private static ResponseCookie session(@Nullable String value) {
        var cookie = ResponseCookie.from(SESSION, value == null ? "" : value)
                .path("/")
                .sameSite("Lax")
                .httpOnly(true);
        return value == null ? cookie.maxAge(0).build() : cookie.build();
    }

    /** The way on this machine to {@code to}, where it leads to this machine at all. */
    private static Optional<String> local(String to, URI here) {
        try {
            var uri = URI.create(to);
            var ours = uri.getHost() == null ? to.startsWith("/") && !to.startsWith("//") : same(uri, here);
            return ours
                    ? Optional.of(
                            to.substring(to.indexOf(uri.getRawPath().isEmpty() ? "?" : uri.getRawPath(), start(uri))))
                    : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    private static int start(URI uri) {
        return uri.getRawAuthority() == null
                ? 0
                : uri.getScheme().length() + 3 + uri.getRawAuthority().length();
    }

    private static boolean same(URI uri, URI here) {
        return uri.getScheme() != null
                && uri.getScheme().startsWith("http")
                && uri.getHost().equals(here.getHost())
                && uri.getPort() == here.getPort();
    }

    private static @Nullable String cookie(ServerHttpRequest request, String name) {
        var found = request.getCookies().getFirst(name);
        return found == null || found.getValue().isEmpty() ? null : found.getValue();
    }
}
