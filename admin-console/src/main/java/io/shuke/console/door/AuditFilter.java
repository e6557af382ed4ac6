package io.shuke.console.door;

import io.shuke.console.audit.Act;
import io.shuke.console.audit.AuditTrail;
import io.shuke.console.audit.Doors;
import io.shuke.console.audit.Outcome;
import io.shuke.console.door.ConsoleContext.ConsoleAuthentication;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Between the rights and the desks: what anybody asks of a desk that writes is written down before it is done, and what came
 * of it before he is told. No desk can forget it, for none does it.
 */
@Component
class AuditFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);
    private static final String REQUEST_ID = "X-Request-Id";
    private static final String REFUSAL = AuditFilter.class.getName();

    /** As much as Spring reads of a JSON body itself. */
    private static final int LARGEST_BODY = 256 * 1024;

    private final AuditTrail trail;
    private final Jdbc jdbc;

    AuditFilter(AuditTrail trail, Jdbc jdbc) {
        this.trail = trail;
        this.jdbc = jdbc;
        Doors.load();
    }

    /** Not a bean, which would stand in front of every request of the house. */
    WebFilter filter() {
        return (exchange, chain) -> {
            var door = WritingDoors.of(exchange);
            if (door == null || !Doors.writes(door)) {
                return chain.filter(exchange);
            }
            return ReactiveSecurityContextHolder.getContext()
                    .mapNotNull(context -> context.getAuthentication())
                    .ofType(ConsoleAuthentication.class)
                    .map(ConsoleAuthentication::getPrincipal)
                    .map(user -> watched(exchange, chain, user, door))
                    .defaultIfEmpty(Mono.defer(() -> chain.filter(exchange)))
                    .flatMap(way -> way);
        };
    }

    private Mono<Void> watched(ServerWebExchange exchange, WebFilterChain chain, ConsoleUser user, String door) {
        return read(exchange.getRequest())
                .map(body -> new Read(body, repeated(exchange, body)))
                .defaultIfEmpty(new Read(null, exchange))
                .flatMap(read -> jdbc.call(user.merchant(), () -> trail.begin(act(exchange, user, door, read.body())))
                        .flatMap(begun -> done(read.exchange(), chain, user, begun)));
    }

    private record Read(byte @Nullable [] body, ServerWebExchange exchange) {}

    private Mono<Void> done(ServerWebExchange exchange, WebFilterChain chain, ConsoleUser user, long begun) {
        exchange.getResponse().beforeCommit(() -> jdbc.call(user.merchant(), () -> {
                    trail.end(begun, outcome(exchange), exchange.getAttribute(REFUSAL));
                    return true;
                })
                // It is done; that nobody could write down so is no reason to deny it.
                .doOnError(lost -> LOG.warn("the outcome of act {} is not written down: {}", begun, lost.toString()))
                .onErrorComplete()
                .then());
        return chain.filter(exchange)
                .doOnError(Refusal.class, no -> exchange.getAttributes().put(REFUSAL, no.code()));
    }

    private static Outcome outcome(ServerWebExchange exchange) {
        var status = exchange.getResponse().getStatusCode();
        if (status == null || status.is2xxSuccessful()) {
            return Outcome.DONE;
        }
        return status.is5xxServerError() ? Outcome.FAILED : Outcome.REFUSED;
    }

    private static Act act(ServerWebExchange exchange, ConsoleUser user, String door, byte @Nullable [] body) {
        return new Act(
                user.staff(),
                user.role(),
                door,
                exchange.getRequest().getPath().value(),
                body == null ? null : new String(body, StandardCharsets.UTF_8),
                Objects.requireNonNullElse(exchange.getResponse().getHeaders().getFirst(REQUEST_ID), ""));
    }

    private static Mono<byte[]> read(ServerHttpRequest request) {
        var type = request.getHeaders().getContentType();
        if (type == null || !type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            return Mono.empty();
        }
        return DataBufferUtils.join(request.getBody(), LARGEST_BODY).map(AuditFilter::bytes);
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static ServerWebExchange repeated(ServerWebExchange exchange, byte[] body) {
        var request = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(
                        () -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
            }
        };
        return exchange.mutate().request(request).build();
    }
}
