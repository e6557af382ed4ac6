package io.shuke.trust;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.jwt.RawJwt;
import io.shuke.OpenShop;
import io.shuke.journey.Answer;
import io.shuke.journey.Door;
import io.shuke.journey.Guest;
import io.shuke.member.ground.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Who may knock where. An endpoint that is not in the table fails the build. */
@OpenShop
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {

    /** Whom an endpoint serves. */
    enum For {
        /** Anybody; what it then says is its own affair. */
        EVERYBODY,
        /** Whoever WeChat has named to us. */
        KNOWN,
        MEMBERS,
        /** Tills, by their signature. */
        TILL,
        /** WeChat alone, by its signature. */
        WECHAT
    }

    private static final Map<String, For> TABLE = Map.ofEntries(
            entry("GET /api/shop", For.EVERYBODY),
            entry("GET /api/js-signature", For.EVERYBODY),
            entry("GET /api/scan-codes", For.EVERYBODY),
            entry("POST /api/sessions/mini", For.EVERYBODY),
            entry("GET /oauth/{appid}", For.EVERYBODY),
            entry("GET /oauth/{appid}/return", For.EVERYBODY),
            entry("GET /openapi.json", For.EVERYBODY),
            entry("GET /openapi.json.yaml", For.EVERYBODY),
            entry("GET /openapi.json/swagger-config", For.EVERYBODY),
            entry("GET /swagger-ui", For.EVERYBODY),
            entry("POST /api/members", For.KNOWN),
            entry("GET /api/me", For.MEMBERS),
            entry("PATCH /api/me", For.MEMBERS),
            entry("DELETE /api/me", For.MEMBERS),
            entry("GET /api/me/export", For.MEMBERS),
            entry("GET /api/me/card", For.MEMBERS),
            entry("GET /api/me/card/code", For.MEMBERS),
            entry("POST /api/me/check-ins", For.MEMBERS),
            entry("GET /api/me/check-ins", For.MEMBERS),
            entry("POST /api/me/check-ins/make-up", For.MEMBERS),
            entry("GET /api/me/points", For.MEMBERS),
            entry("POST /till/v1/scans", For.TILL),
            entry("POST /till/v1/bills", For.TILL),
            entry("POST /till/v1/bills/{id}/refunds", For.TILL),
            entry("GET /api/offers", For.KNOWN),
            entry("POST /api/offers/{id}/claims", For.MEMBERS),
            entry("GET /api/me/coupons", For.MEMBERS),
            entry("POST /api/me/coupons", For.MEMBERS),
            entry("GET /api/me/balance", For.MEMBERS),
            entry("GET /api/me/levels", For.MEMBERS),
            entry("GET /api/me/purchases", For.MEMBERS),
            entry("GET /api/charge-plans", For.KNOWN),
            entry("POST /api/me/charges", For.MEMBERS),
            entry("GET /api/me/charges/{id}", For.MEMBERS),
            entry("GET /api/gifts", For.KNOWN),
            entry("POST /api/gifts/{id}/redemptions", For.MEMBERS),
            entry("GET /api/me/gifts", For.MEMBERS),
            entry("GET /api/me/stamps", For.MEMBERS),
            entry("GET /api/me/passes", For.MEMBERS),
            entry("GET /api/me/subscriptions", For.MEMBERS),
            entry("POST /api/me/subscriptions", For.MEMBERS),
            entry("GET /api/me/opt-outs", For.MEMBERS),
            entry("PUT /api/me/opt-outs", For.MEMBERS),
            // Told in a message; it says whose it is by itself, and leads to one of our pages only.
            entry("GET /l/{token}", For.EVERYBODY),
            entry("GET /api/me/invite", For.MEMBERS),
            entry("GET /api/me/invite/poster.png", For.MEMBERS),
            entry("GET /api/me/invites", For.MEMBERS),
            entry("POST /wx/pay/{account}", For.WECHAT),
            entry("GET /wx/{appid}", For.WECHAT),
            entry("POST /wx/{appid}", For.WECHAT));

    private static final Set<Integer> REFUSED = Set.of(401, 403);

    private final Door door;
    private final Door management;
    private final Guest canary;
    private final Guest stranger;

    @Autowired
    RequestMappingHandlerMapping mapping;

    @Autowired
    Keys keys;

    @Autowired
    Clock clock;

    AccessIT(@LocalServerPort int port, @LocalManagementPort int management) {
        this.door = new Door(port);
        this.management = new Door(management);
        this.canary = door.stranger();
        canary.logIn();
        canary.join(",\"nickname\":\"金丝雀\"");
        this.stranger = door.stranger();
        stranger.logIn();
    }

    @Test
    void theTableNamesEveryEndpointAndNoOther() {
        var there = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((info, method) -> info.getPatternsCondition().getPatterns().stream()
                .map(pattern -> pattern.getPatternString())
                // The simulator is open to all; the desk has a table of its own.
                .filter(pattern -> !pattern.matches("/(sim|console)(/.*)?"))
                .forEach(pattern -> info.getMethodsCondition().getMethods().stream()
                        .map(verb -> verb.name() + " " + pattern)
                        .forEach(there::add)));
        assertThat(there).isEqualTo(new TreeSet<>(TABLE.keySet()));
    }

    static Stream<String> endpoints() {
        return TABLE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void servesThoseItIsForAndNobodyElse(String endpoint) {
        var anonymous = ask(endpoint, Map.of());
        var known = ask(endpoint, bearer(stranger.session()));
        var member = ask(endpoint, bearer(door.member().session()));

        assertThat(Stream.of(anonymous, known, member))
                .extracting(Answer::status)
                .allMatch(status -> status < 500);
        switch (TABLE.getOrDefault(endpoint, For.MEMBERS)) {
            case EVERYBODY ->
                assertThat(Stream.of(anonymous, known, member))
                        .extracting(Answer::code)
                        .noneMatch(code -> code.startsWith("session."));
            case KNOWN -> {
                assertThat(anonymous.code()).isEqualTo("session.missing");
                assertThat(Stream.of(known, member)).extracting(Answer::status).noneMatch(REFUSED::contains);
            }
            case MEMBERS -> {
                assertThat(anonymous.code()).isEqualTo("session.missing");
                assertThat(anonymous.status()).isEqualTo(401);
                assertThat(known.code()).isEqualTo("session.not-joined");
                assertThat(known.status()).isEqualTo(403);
                assertThat(REFUSED).doesNotContain(member.status());
            }
            case TILL -> {
                assertThat(Stream.of(anonymous, known, member))
                        .extracting(Answer::code)
                        .containsOnly("till.signature-missing");
                assertThat(anonymous.status()).isEqualTo(401);
            }
            case WECHAT ->
                assertThat(Stream.of(anonymous, known, member))
                        .extracting(Answer::code)
                        .allMatch(code -> code.matches("(callback|pay)\\..*"));
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void opensToNoTokenThatWeDidNotGive(String endpoint) throws GeneralSecurityException {
        for (var token : forged()) {
            var answer = ask(endpoint, bearer(token));

            assertThat(answer.status()).isLessThan(500);
            assertThat(answer.text()).doesNotContain("金丝雀");
            if (TABLE.get(endpoint) == For.MEMBERS || TABLE.get(endpoint) == For.KNOWN) {
                assertThat(answer.status()).as(token).isEqualTo(401);
                assertThat(answer.code()).isIn("session.ended", "session.missing");
            }
        }
    }

    private List<String> forged() throws GeneralSecurityException {
        var mine = door.member().session();
        var parts = mine.split("\\.");
        var me = canary.get("/api/me").at("/id");
        var claims = "{\"iss\":\"shuke\",\"aud\":\"customer\",\"jti\":\"1\",\"m\":\"1\",\"sub\":\"" + me
                + "\",\"iat\":1,\"exp\":99999999999}";
        var body = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        var none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        return List.of(
                "",
                "nonsense",
                "a.b.c",
                parts[0] + "." + body + "." + parts[2],
                none + "." + body + ".",
                none + "." + body + "." + parts[2],
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + "A".repeat(43),
                signed("customer", me, Duration.ofSeconds(-1)),
                signed("console", me, Duration.ofDays(1)),
                "x".repeat(6_000));
    }

    /** Signed by ourselves, for another door or for a time that is over. */
    private String signed(String audience, String member, Duration left) throws GeneralSecurityException {
        var now = clock.instant();
        return keys.token()
                .computeMacAndEncode(RawJwt.newBuilder()
                        .setIssuer("shuke")
                        .setAudience(audience)
                        .setJwtId("1")
                        .addStringClaim("m", "1")
                        .setSubject(member)
                        .setIssuedAt(now.minus(Duration.ofDays(31)))
                        .setExpiration(now.plus(left))
                        .build());
    }

    @Test
    void noWordInARequestLeadsToAnotherMember() {
        var other = door.member();
        var me = canary.get("/api/me").json();
        var ids = List.of(me.path("id").asString(""), me.path("number").asString(""), canary.openid(Guest.OFFICIAL));
        var names = List.of(
                "id", "member", "memberId", "member_id", "userId", "openid", "merchant", "merchantId", "number");
        for (var path : List.of("/api/me", "/api/me/card", "/api/me/points", "/api/me/check-ins", "/api/me/export")) {
            for (var id : ids) {
                var query = names.stream().map(name -> name + "=" + id).collect(Collectors.joining("&"));
                var headers = other.bearer(other.session());
                Stream.of("X-Member", "X-User-Id", "X-Merchant", "X-Tenant", "tenant-id", "X-Original-URL")
                        .forEach(header -> headers.put(header, id));
                assertNoCanary(door.call("GET", path + "?" + query, headers, null), ids);
                assertNoCanary(door.call("GET", path + "/" + id, headers, null), ids);
                assertNoCanary(door.call("GET", "/api/members/" + id, headers, null), ids);
            }
        }
    }

    private static void assertNoCanary(Answer answer, List<String> ids) {
        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.text()).doesNotContain("金丝雀").doesNotContain(ids);
    }

    @Test
    void theOtherMethodsGiveNothingAway() {
        for (var endpoint : TABLE.keySet()) {
            var path = path(endpoint);
            for (var method : List.of("HEAD", "OPTIONS", "TRACE", "PUT", "PROPFIND")) {
                var answer = door.call(method, path, Map.of("X-Canary", "canary-1"), null);

                assertThat(answer.status()).as(method + " " + path).isLessThan(500);
                assertThat(answer.text()).doesNotContain("canary-1");
                assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
                if (TABLE.get(endpoint) == For.MEMBERS) {
                    assertThat(answer.status()).as(method + " " + path).isIn(400, 401, 405, 501);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/prometheus",
                "/api//me",
                "/api/me/",
                "/api/me;x=1",
                "/api/%6De",
                "//api/me",
                "/h5/../api/me",
                "/h5/%2e%2e/api/me",
                "/console/api/members",
                "/till/v1/scans",
                "/.git/config",
                "/application.yaml",
                "/h5/application.yaml",
                "/h5/..%2fapplication.yaml",
                "/sim/..%5capplication.yaml",
                "/error"
            })
    void nothingElseIsOpenAtTheStreet(String path) {
        var answer = door.get(path);

        assertThat(answer.status()).as(answer.toString()).isIn(400, 401, 403, 404, 405);
        assertThat(answer.text()).doesNotContain("shuke:", "金丝雀");
    }

    @Test
    void theManagementPortShowsHealthAndFiguresOnly() {
        assertThat(management
                        .get("/actuator/health/liveness")
                        .json()
                        .path("status")
                        .asString(""))
                .isEqualTo("UP");
        assertThat(management.get("/actuator/health/readiness").json().propertyNames())
                .containsExactly("status");
        assertThat(management.get("/actuator/prometheus").text()).contains("jvm_memory_used_bytes");
        for (var closed : List.of(
                "env",
                "beans",
                "heapdump",
                "threaddump",
                "loggers",
                "configprops",
                "mappings",
                "shutdown",
                "info",
                "flyway",
                "metrics",
                "sbom",
                "scheduledtasks",
                "conditions",
                "caches",
                "httpexchanges")) {
            assertThat(management.get("/actuator/" + closed).status())
                    .as(closed)
                    .isIn(401, 403, 404);
        }
        for (var customers : List.of("/api/me", "/api/shop", "/sim/api/people")) {
            assertThat(management.get(customers).status()).as(customers).isIn(401, 403, 404);
        }
    }

    private Answer ask(String endpoint, Map<String, String> headers) {
        var method = endpoint.substring(0, endpoint.indexOf(' '));
        return door.call(method, path(endpoint), headers, body(endpoint));
    }

    private static String path(String endpoint) {
        return endpoint.substring(endpoint.indexOf(' ') + 1)
                .replace("{appid}", Guest.OFFICIAL)
                .replace("{account}", "1600000000")
                .replace("{token}", "nonsense")
                .replace("{id}", "1");
    }

    private static @Nullable String body(String endpoint) {
        return endpoint.startsWith("POST /api/me/check-ins") && !endpoint.endsWith("make-up")
                        || endpoint.startsWith("GET")
                        || endpoint.startsWith("DELETE")
                ? null
                : "{}";
    }

    private static Map<String, String> bearer(String token) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer " + token);
        return headers;
    }
}
