package io.shuke.console.door;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads who sits at the desk from the cookie, and asks for the CSRF token with whatever may change something. */
@Component
class ConsoleContext implements ServerSecurityContextRepository {

    static final String CSRF = "X-CSRF-Token";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Sessions sessions;
    private final Jdbc jdbc;

    ConsoleContext(Sessions sessions, Jdbc jdbc) {
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    /** Asked for once by the rights and once by the desk, and not at all where everybody may go. */
    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return Mono.defer(() -> context(exchange.getRequest())).cache();
    }

    private Mono<SecurityContext> context(ServerHttpRequest request) {
        var cookie = request.getCookies().getFirst(SessionToken.COOKIE);
        var token = cookie == null ? Optional.<SessionToken>empty() : SessionToken.read(cookie.getValue());
        return Mono.justOrEmpty(token).flatMap(shown -> user(shown).map(user -> {
            if (!READING.contains(request.getMethod())) {
                refuseWithoutCsrf(request, shown);
            }
            return new SecurityContextImpl(new ConsoleAuthentication(user));
        }));
    }

    private Mono<ConsoleUser> user(SessionToken token) {
        return Mono.justOrEmpty(sessions.remembered(token)).switchIfEmpty(Mono.defer(() -> jdbc.callForAll(
                        () -> sessions.merchant(token).orElse(null))
                .flatMap(merchant ->
                        jdbc.call(merchant, () -> sessions.look(token).orElse(null)))));
    }

    private static void refuseWithoutCsrf(ServerHttpRequest request, SessionToken token) {
        var shown = request.getHeaders().getFirst(CSRF);
        if (shown == null || !token.hasCsrf(shown)) {
            throw ConsoleRefusal.csrf();
        }
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }

    static final class ConsoleAuthentication extends AbstractAuthenticationToken {

        private final transient ConsoleUser user;

        ConsoleAuthentication(ConsoleUser user) {
            super(AuthorityUtils.createAuthorityList(user.role().name()));
            this.user = user;
            setAuthenticated(true);
        }

        @Override
        public ConsoleUser getPrincipal() {
            return user;
        }

        /** Who did it, where only that is told. */
        @Override
        public String getName() {
            return user.staff().toString();
        }

        @Override
        public String getCredentials() {
            return "";
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ConsoleAuthentication that && user.equals(that.user);
        }

        @Override
        public int hashCode() {
            return user.hashCode();
        }
    }
}
