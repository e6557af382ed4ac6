package io.shuke.gateway.door;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The one translator of failures: anything thrown becomes RFC 9457 {@code application/problem+json} in Chinese. */
@Component
@Order(-2)
class Problems implements WebExceptionHandler, ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Texts texts;
    private final JsonMapper json;
    private final MeterRegistry meters;

    Problems(Texts texts, JsonMapper json, MeterRegistry meters) {
        this.texts = texts;
        this.json = json;
        this.meters = meters;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        var problem = Problem.of(failure);
        var request = RequestIds.of(exchange);
        meters.counter(
                        "problems",
                        "code",
                        problem.code(),
                        "status",
                        Integer.toString(problem.status().value()))
                .increment();
        if (problem.status().isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR)) {
            LOG.atError()
                    .addKeyValue("requestId", request)
                    .setCause(failure)
                    .log("request {} failed: {}", request, exchange.getRequest().getPath());
        }
        response.setStatusCode(problem.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.retryAfterSeconds() != null) {
            response.getHeaders()
                    .set(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds().toString());
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", HttpStatus.valueOf(problem.status().value()).getReasonPhrase());
        body.put("status", problem.status().value());
        body.put("detail", texts.of(problem.code(), problem.details()));
        body.put("code", problem.code());
        body.put("requestId", request);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(body))));
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException missing) {
        return handle(exchange, missing);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return handle(exchange, (Throwable) denied);
    }
}
