package io.shuke.gateway.wechat.message;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.shuke.gateway.wechat.Accounts;
import io.shuke.gateway.wechat.Hosts;
import io.shuke.gateway.wechat.Outcome;
import io.shuke.gateway.wechat.Ticket;
import io.shuke.marketing.push.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sends messages through WeChat and says what came of each. Never twice: whether to try again is not decided here. */
public final class Letters {

    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int REJECTED_TOKEN = 40001;

    private final Accounts accounts;
    private final Hosts hosts;
    private final MeterRegistry meters;
    private final JsonMapper json;
    private final HttpClient http;

    Letters(Accounts accounts, Hosts hosts, MeterRegistry meters, JsonMapper json, int connections) {
        this.accounts = accounts;
        this.hosts = hosts;
        this.meters = meters;
        this.json = json;
        this.http = HttpClient.create(ConnectionProvider.builder("wechat-messages")
                        .maxConnections(connections)
                        .pendingAcquireMaxCount(-1)
                        .maxIdleTime(Duration.ofSeconds(30))
                        .build())
                // A message that went out on a connection that broke may have arrived.
                .disableRetry(true)
                .followRedirect(false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .responseTimeout(PATIENCE)
                .headers(headers -> headers.set("Content-Type", "application/json; charset=utf-8"));
    }

    /**
     * @param link makes a whole address of a local path
     * @return WeChat's number of the message, empty where it gives none
     */
    public Mono<Outcome<String>> send(Message message, String openid, String clientId, UnaryOperator<String> link) {
        var letter = Letter.of(message, openid, clientId, link);
        return accounts.ticket(message.account())
                .flatMap(ticket -> ticket.token()
                        .flatMap(token -> token instanceof Outcome.Ok<String> ok
                                ? post(letter, ok.value()).flatMap(outcome -> settled(outcome, ticket))
                                : Mono.just(token)))
                .doOnNext(outcome -> report(letter, outcome));
    }

    private static Mono<Outcome<String>> settled(Outcome<String> outcome, Ticket ticket) {
        return outcome instanceof Outcome.RetryLater<String> later && later.errcode() == REJECTED_TOKEN
                ? ticket.reject().thenReturn(outcome).onErrorReturn(outcome)
                : Mono.just(outcome);
    }

    private Mono<Outcome<String>> post(Letter letter, String token) {
        return http.post()
                .uri(hosts.api() + letter.path() + "?access_token=" + token)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(letter.body())))
                .responseSingle((answer, body) -> body.asByteArray()
                        .defaultIfEmpty(new byte[0])
                        .map(bytes -> read(answer.status().code(), bytes)))
                .timeout(PATIENCE.plusSeconds(1))
                .onErrorResume(failure -> Mono.just(failed(failure)));
    }

    /** Anything but WeChat's own answer came from something in between, and says nothing of the message. */
    private Outcome<String> read(int status, byte[] body) {
        if (status != 200) {
            return new Outcome.Unknown<>("HTTP " + status);
        }
        try {
            var answer = json.readTree(body);
            if (!answer.path("errcode").isNumber()) {
                return new Outcome.Unknown<>("half an answer");
            }
            var errcode = answer.path("errcode").asInt();
            return errcode == 0 ? new Outcome.Ok<>(answer.path("msgid").asString("")) : Outcome.answered(errcode);
        } catch (JacksonException unreadable) {
            return new Outcome.Unknown<>("unreadable");
        }
    }

    private static Outcome<String> failed(Throwable failure) {
        if (failure instanceof TimeoutException || !(failure instanceof IOException)) {
            return new Outcome.Unknown<>(failure.getClass().getSimpleName());
        }
        return Outcome.of(failure);
    }

    private void report(Letter letter, Outcome<String> outcome) {
        var name = outcome.getClass().getSimpleName();
        meters.counter("wechat.messages", "path", letter.path(), "outcome", name)
                .increment();
        if (!(outcome instanceof Outcome.Ok<String>)) {
            LOG.debug("{}: {}", letter.path(), outcome);
        }
    }
}
