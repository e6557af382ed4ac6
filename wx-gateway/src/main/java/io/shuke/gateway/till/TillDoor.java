package io.shuke.gateway.till;

import io.shuke.marketing.till.TillKey;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Decides whether a request is a till's, over the bytes that arrived and before anything of them is parsed: form, key,
 * time, size, signature, and last the one use, which is written down. Whatever comes after may trust the key.
 */
@Component
class TillDoor {

    static final int LARGEST = 128 * 1024;
    private static final long WINDOW = Duration.ofMinutes(5).toSeconds();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KnownKeys known;
    private final Nonces nonces;
    private final Clock clock;

    TillDoor(KnownKeys known, Nonces nonces, Clock clock) {
        this.known = known;
        this.nonces = nonces;
        this.clock = clock;
    }

    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> {
            var request = exchange.getRequest();
            var shown = Credentials.of(request);
            if (Math.abs(clock.instant().getEpochSecond() - shown.seconds()) > WINDOW) {
                throw SignatureRefusal.stale();
            }
            return known.key(shown.key())
                    .flatMap(key -> body(request).flatMap(body -> open(exchange, chain, shown, key, body)));
        });
    }

    private Mono<Void> open(
            ServerWebExchange exchange, WebFilterChain chain, Credentials shown, TillKey key, byte[] body) {
        var request = exchange.getRequest();
        refuseUnlessSigned(request, shown, key, body);
        var read = exchange.mutate().request(new Read(request, body)).build();
        return nonces.use(key.merchant(), new Nonces.Nonce(key.id().value(), shown.nonce()))
                .then(Mono.defer(() -> chain.filter(read)))
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(new TillAuthentication(key)));
    }

    private void refuseUnlessSigned(ServerHttpRequest request, Credentials shown, TillKey key, byte[] body) {
        var lines =
                new SignedLines(request.getMethod().name(), target(request), shown.timestamp(), shown.nonce(), body);
        var signed = false;
        for (var secret : key.secrets(clock.instant())) {
            signed |= lines.areSignedBy(secret.value(), shown.signature());
        }
        if (!signed) {
            throw SignatureRefusal.wrong();
        }
    }

    private static String target(ServerHttpRequest request) {
        var query = request.getURI().getRawQuery();
        var path = request.getURI().getRawPath();
        return query == null ? path : path + "?" + query;
    }

    /** Counted while it is read: a length may be wrong or missing. */
    private static Mono<byte[]> body(ServerHttpRequest request) {
        if (request.getHeaders().getContentLength() > LARGEST) {
            return Mono.error(SignatureRefusal.tooLarge());
        }
        return DataBufferUtils.join(request.getBody(), LARGEST)
                .map(TillDoor::bytes)
                .defaultIfEmpty(new byte[0])
                .timeout(PATIENCE, Mono.error(SignatureRefusal::wrong))
                .onErrorMap(DataBufferLimitException.class, tooLarge -> SignatureRefusal.tooLarge());
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** The request with the body that was signed. */
    private static final class Read extends ServerHttpRequestDecorator {

        private final byte[] body;

        Read(ServerHttpRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return body.length == 0 ? Flux.empty() : Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body));
        }
    }

    static final class TillAuthentication extends AbstractAuthenticationToken {

        private final transient TillKey key;

        TillAuthentication(TillKey key) {
            super(AuthorityUtils.createAuthorityList(
                    key.terms().scopes().stream().map(Enum::name).toList()));
            this.key = key;
            setAuthenticated(true);
        }

        @Override
        public TillKey getPrincipal() {
            return key;
        }

        @Override
        public String getCredentials() {
            return "";
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof TillAuthentication that && key.equals(that.key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }
    }
}
