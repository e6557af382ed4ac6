package io.shuke.gateway.door;

import io.shuke.member.ground.Jdbc;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets customers in. Whoever holds no session, as bearer token (mini-program) or cookie (H5), is turned away unless the
 * door is one of the open ones. One filter does what Spring Security's usual chain needs half a dozen for; its
 * firewall stands before this one all the same.
 */
final class CustomerDoor implements WebFilter {

    private static final Set<String> OPEN =
            Set.of("POST /api/sessions/mini", "GET /api/shop", "GET /api/js-signature", "GET /api/scan-codes");

    /** These doors answer data, never a page: a browser shall keep none of it, guess nothing, and show it nowhere. */
    private static final String[][] HEADERS = {
        {HttpHeaders.CACHE_CONTROL, "no-store"},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
        {"Referrer-Policy", "same-origin"}
    };

    private final Sessions sessions;
    private final Jdbc jdbc;

    CustomerDoor(Sessions sessions, Jdbc jdbc) {
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        write(
                exchange.getResponse().getHeaders(),
                "https".equals(request.getURI().getScheme()));
        var customer = customer(request);
        if (customer == null) {
            return isOpen(request) ? chain.filter(exchange) : Mono.error(SessionRefusal.missing());
        }
        if (customer.member() != null) {
            customer.enter(exchange);
            return chain.filter(exchange);
        }
        return jdbc.call(customer.merchant(), () -> sessions.memberOf(customer.session()))
                .map(member -> new Customer(customer.merchant(), member, customer.session()))
                .defaultIfEmpty(customer)
                .doOnNext(known -> known.enter(exchange))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private static void write(HttpHeaders headers, boolean encrypted) {
        for (var header : HEADERS) {
            headers.set(header[0], header[1]);
        }
        if (encrypted) {
            headers.set("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
        }
    }

    private @Nullable Customer customer(ServerHttpRequest request) {
        var bearer = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (bearer != null && bearer.startsWith("Bearer ")) {
            return sessions.customer(bearer.substring(7));
        }
        var cookie = request.getCookies().getFirst(Session.COOKIE);
        if (cookie == null) {
            return null;
        }
        refuseForeignOrigin(request);
        try {
            return sessions.customer(cookie.getValue());
        } catch (SessionRefusal ended) {
            // A page asks for its shop first, and must get it with the cookie of a session that has ended, too.
            if (request.getMethod() == HttpMethod.GET && isOpen(request)) {
                return null;
            }
            throw ended;
        }
    }

    private static boolean isOpen(ServerHttpRequest request) {
        return OPEN.contains(request.getMethod() + " " + request.getPath().value());
    }

    /** A browser sends the cookie wherever the request comes from; what changes something must come from our own pages. */
    private static void refuseForeignOrigin(ServerHttpRequest request) {
        var origin = request.getHeaders().getOrigin();
        if (origin == null || request.getMethod() == HttpMethod.GET) {
            return;
        }
        var host = request.getHeaders().getFirst(HttpHeaders.HOST);
        if (host == null || !origin.endsWith("://" + host)) {
            throw SessionRefusal.foreignOrigin();
        }
    }
}
