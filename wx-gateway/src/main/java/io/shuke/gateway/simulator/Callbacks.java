package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.Parcel.Attempt;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;

/** Posts what happens in WeChat to our door: five seconds for an answer, three tries in all. */
final class Callbacks {

    private static final int TRIES = 3;
    private static final int KEPT = 300;

    private final OwnAddress own;
    private final Phones phones;
    private final Clock clock;
    private final Duration patience;
    private final WebClient web;
    private final AtomicLong ids = new AtomicLong();
    private final Deque<Parcel> sent = new ArrayDeque<>();
    private final List<Parcel> held = new ArrayList<>();
    private volatile Delivery usual = Delivery.USUAL;

    Callbacks(OwnAddress own, Phones phones, Clock clock, Duration patience) {
        this.own = own;
        this.phones = phones;
        this.clock = clock;
        this.patience = patience;
        this.web = WebClient.builder()
                .clientConnector(
                        new ReactorClientHttpConnector(HttpClient.create().responseTimeout(patience)))
                .build();
    }

    Delivery usual() {
        return usual;
    }

    void usually(Delivery how) {
        usual = how;
    }

    /** Sends it and comes back after the first attempt; further attempts go on behind. */
    Mono<Parcel.Sight> send(SimulatedAccount account, Person person, Event event, @Nullable JsonNode wish) {
        var how = wish == null ? usual : usual.with(wish);
        var parcel = new Parcel(String.valueOf(ids.incrementAndGet()), clock.instant(), account, person, event, how);
        remember(parcel);
        if (how.hold()) {
            synchronized (held) {
                held.add(parcel);
            }
            return Mono.just(parcel.sight());
        }
        if (how.delayMs() > 0) {
            Mono.delay(Duration.ofMillis(how.delayMs()))
                    .then(Mono.defer(() -> deliver(parcel)))
                    .subscribe();
            return Mono.just(parcel.sight());
        }
        return deliver(parcel).then(Mono.fromSupplier(parcel::sight));
    }

    /** Sends it a moment later, as WeChat reports what became of a message. */
    void sendSoon(SimulatedAccount account, Person person, Event event) {
        Mono.delay(Duration.ofMillis(200))
                .then(Mono.defer(() -> send(account, person, event, null)))
                .subscribe();
    }

    /** Lets go of what was held back. */
    Mono<Void> release() {
        List<Parcel> waiting;
        synchronized (held) {
            waiting = List.copyOf(held);
            held.clear();
        }
        return Flux.fromIterable(waiting).concatMap(this::deliver).then();
    }

    /** Asks the door whether it knows the account's token, as the platform's settings page does. */
    Mono<Boolean> verify(SimulatedAccount account, @Nullable JsonNode wish) {
        var query = Envelope.question(account, wish == null ? usual : usual.with(wish), clock.instant());
        var url = UriComponentsBuilder.fromUriString(own.callback(account.appid()));
        query.forEach(url::queryParam);
        return web.get()
                .uri(url.encode().build().toUri())
                .exchangeToMono(answer -> answer.bodyToMono(String.class).defaultIfEmpty(""))
                .map(body -> body.equals(query.get("echostr")))
                .onErrorReturn(false);
    }

    /** Newest first. */
    List<Parcel.Sight> newest(int count) {
        synchronized (sent) {
            return sent.stream().limit(count).map(Parcel::sight).toList();
        }
    }

    private Mono<Void> deliver(Parcel parcel) {
        var recorded = Envelope.of(parcel, clock.instant());
        return Flux.range(0, parcel.how().copies())
                .flatMap(copy -> attempt(parcel, copy == 0 ? recorded : resealed(parcel, recorded), 1, copy == 0))
                .then(Mono.defer(this::release));
    }

    private Mono<Void> attempt(Parcel parcel, Envelope envelope, int number, boolean shown) {
        var started = System.nanoTime();
        return post(parcel.account(), envelope, started)
                .doOnNext(attempt -> {
                    var last = number == TRIES;
                    parcel.tried(
                            new Attempt(
                                    attempt.status(), attempt.millis(), PassiveReply.readable(parcel, attempt.body())),
                            last);
                    if (attempt.taken()) {
                        show(parcel, attempt, shown);
                    } else if (last) {
                        PassiveReply.outOfOrder(phones, parcel);
                    } else {
                        again(parcel, envelope, number + 1, started);
                    }
                })
                .then();
    }

    /** WeChat waits its five seconds out before it tries again, even where it was refused at once. */
    private void again(Parcel parcel, Envelope envelope, int number, long started) {
        var pause = patience.minusNanos(System.nanoTime() - started);
        Mono.delay(pause.isNegative() ? Duration.ZERO : pause)
                .then(Mono.defer(() -> attempt(parcel, resealed(parcel, envelope), number, true)))
                .subscribe();
    }

    private Envelope resealed(Parcel parcel, Envelope before) {
        return parcel.how().identical() ? before : Envelope.of(parcel, clock.instant());
    }

    private void show(Parcel parcel, Answer answer, boolean shown) {
        if (shown) {
            PassiveReply.show(phones, parcel, answer.body());
        }
    }

    private record Answer(int status, long millis, String body) {

        boolean taken() {
            return status >= 200 && status < 300;
        }
    }

    private Mono<Answer> post(SimulatedAccount account, Envelope envelope, long started) {
        var url = UriComponentsBuilder.fromUriString(own.callback(account.appid()));
        envelope.query().forEach(url::queryParam);
        return web.post()
                .uri(url.encode().build().toUri())
                .header(HttpHeaders.CONTENT_TYPE, envelope.contentType())
                .header(HttpHeaders.USER_AGENT, "Mozilla/4.0")
                .bodyValue(envelope.body())
                .exchangeToMono(answer -> answer.bodyToMono(String.class)
                        .defaultIfEmpty("")
                        .map(body -> new Answer(answer.statusCode().value(), since(started), body)))
                .onErrorResume(silence -> Mono.just(
                        new Answer(0, since(started), silence.getClass().getSimpleName())));
    }

    private static long since(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }

    private void remember(Parcel parcel) {
        synchronized (sent) {
            sent.addFirst(parcel);
            if (sent.size() > KEPT) {
                sent.removeLast();
            }
        }
    }
}
