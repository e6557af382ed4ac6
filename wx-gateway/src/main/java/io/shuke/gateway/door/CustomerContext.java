package io.shuke.gateway.door;

import io.shuke.member.ground.Jdbc;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

/** Reads the customer from the bearer token (mini-program) or the cookie (H5). */
@Component
class CustomerContext implements ServerSecurityContextRepository {

    private static final String SHOP = "/api/shop";

    private final Sessions sessions;
    private final Jdbc jdbc;

    CustomerContext(Sessions sessions, Jdbc jdbc) {
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var bearer = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (bearer != null && bearer.startsWith("Bearer ")) {
            return customer(bearer.substring(7));
        }
        var cookie = request.getCookies().getFirst(Session.COOKIE);
        if (cookie == null) {
            return Mono.empty();
        }
        refuseForeignOrigin(request);
        // The page asks for its shop first, and must get it with the cookie of a session that has ended, too.
        return request.getPath().value().equals(SHOP)
                ? Mono.defer(() -> customer(cookie.getValue()))
                        .onErrorResume(SessionRefusal.class, ended -> Mono.empty())
                : customer(cookie.getValue());
    }

    private Mono<SecurityContext> customer(String token) {
        var customer = sessions.customer(token);
        if (customer.member() != null) {
            return Mono.just(context(customer));
        }
        return jdbc.call(customer.merchant(), () -> sessions.memberOf(customer.session()))
                .map(member -> new Customer(customer.merchant(), member, customer.session()))
                .defaultIfEmpty(customer)
                .map(CustomerContext::context);
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

    private static SecurityContext context(Customer customer) {
        return new SecurityContextImpl(new CustomerAuthentication(customer));
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }

    static final class CustomerAuthentication extends AbstractAuthenticationToken {

        private final transient Customer customer;

        CustomerAuthentication(Customer customer) {
            super(AuthorityUtils.NO_AUTHORITIES);
            this.customer = customer;
            setAuthenticated(true);
        }

        @Override
        public Customer getPrincipal() {
            return customer;
        }

        @Override
        public String getCredentials() {
            return "";
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof CustomerAuthentication that && customer.equals(that.customer);
        }

        @Override
        public int hashCode() {
            return customer.hashCode();
        }
    }
}
