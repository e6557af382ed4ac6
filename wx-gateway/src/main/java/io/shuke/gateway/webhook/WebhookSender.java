package io.shuke.gateway.webhook;

import io.netty.channel.ChannelOption;
import io.shuke.gateway.till.SignedLines;
import io.shuke.marketing.webhook.WebhookMessage;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.json.JsonMapper;

/** Sends one message, signed like a till's request, and says in a word how that went. Follows nobody anywhere. */
@Component
class WebhookSender {

    /** A word for the log and the console; never a body, which may say anything. */
    record Outcome(boolean taken, String word) {}

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 3_000;

    private final WebClient web;
    private final JsonMapper json;
    private final Clock clock;

    WebhookSender(JsonMapper json, Clock clock, @Value("${shuke.webhook.local:false}") boolean local) {
        this.json = json;
        this.clock = clock;
        var http = HttpClient.create(ConnectionProvider.newConnection())
                .followRedirect(false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .responseTimeout(PATIENCE);
        var guarded =
                local ? http : http.resolvedAddressesSelector((config, resolved) -> PublicAddresses.only(resolved));
        this.web = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(guarded))
                .build();
    }

    Mono<Outcome> send(WebhookMessage message) {
        return Mono.defer(() -> post(message)).timeout(PATIENCE).onErrorResume(failed -> Mono.just(outcome(failed)));
    }

    private Mono<Outcome> post(WebhookMessage message) {
        var body = body(message);
        var uri = URI.create(message.url());
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var nonce = message.id() + "-" + message.attempt() + "-" + timestamp;
        var lines = new SignedLines("POST", target(uri), timestamp, nonce, body);
        return web.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Shuke-Key", "wh_" + message.webhook())
                .header("Shuke-Timestamp", timestamp)
                .header("Shuke-Nonce", nonce)
                .header("Shuke-Signature", lines.signature(message.secret()))
                .header("Idempotency-Key", Long.toString(message.id()))
                .bodyValue(body)
                .exchangeToMono(answer -> answer.releaseBody()
                        .thenReturn(new Outcome(
                                answer.statusCode().is2xxSuccessful(),
                                Integer.toString(answer.statusCode().value()))));
    }

    private byte[] body(WebhookMessage message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", Long.toString(message.id()));
        body.put("event", message.event().word());
        body.put("at", message.happenedAt().atOffset(ZoneOffset.UTC).toString());
        body.put("data", message.facts().values());
        return json.writeValueAsBytes(body);
    }

    private static String target(URI uri) {
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static Outcome outcome(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return new Outcome(false, "no-such-address");
            }
            if (cause instanceof TimeoutException) {
                return new Outcome(false, "timeout");
            }
        }
        return new Outcome(false, "unreachable");
    }
}
