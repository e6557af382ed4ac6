package io.shuke.gateway.push;

import io.shuke.gateway.sms.Sms;
import io.shuke.gateway.wechat.Outcome;
import io.shuke.gateway.wechat.message.Letters;
import io.shuke.marketing.push.Claimed;
import io.shuke.marketing.push.Message;
import io.shuke.marketing.push.Outbox;
import io.shuke.marketing.push.Settled;
import io.shuke.marketing.push.Verdict;
import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Takes messages, sends them, settles them: in several lanes a merchant, each of which has a portion in hand. What a node
 * that dies had in hand is lost to uncertainty, so portions are small; lanes overlap, so that WeChat need not wait for us.
 */
@Component
class PushCourier {

    private static final Logger LOG = LoggerFactory.getLogger(PushCourier.class);
    private static final int MERCHANTS = 4;
    /** A message that cannot be settled counts as unknown in the end, so the database is waited for. */
    private static final Retry PATIENT = Retry.backoff(12, Duration.ofMillis(100))
            .maxBackoff(Duration.ofSeconds(3))
            .filter(Busy.class::isInstance);

    private final Outbox outbox;
    private final Letters letters;
    private final Sms sms;
    private final Links links;
    private final Merchants merchants;
    private final Jdbc jdbc;
    private final Clock clock;
    private final int lanes;
    private final int portion;
    private final int perSecond;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

    PushCourier(
            Outbox outbox,
            Letters letters,
            Sms sms,
            Links links,
            Merchants merchants,
            Jdbc jdbc,
            Clock clock,
            @Value("${shuke.push.lanes:2}") int lanes,
            @Value("${shuke.push.portion:16}") int portion,
            @Value("${shuke.push.per-second:500}") int perSecond) {
        this.outbox = outbox;
        this.letters = letters;
        this.sms = sms;
        this.links = links;
        this.merchants = merchants;
        this.jdbc = jdbc;
        this.clock = clock;
        this.lanes = lanes;
        this.portion = portion;
        this.perSecond = perSecond;
    }

    @Scheduled(fixedDelay = 500)
    void round() {
        if (underWay.compareAndSet(false, true)) {
            jdbc.callForAll(outbox::merchantsWithWork)
                    .flatMapIterable(all -> all)
                    .flatMap(this::work, MERCHANTS)
                    .doFinally(done -> underWay.set(false))
                    .subscribe(done -> {}, PushCourier::notNow);
        }
    }

    /** Lists that are begun are finished first; they hold up nobody else's messages. */
    private Flux<Boolean> work(MerchantId merchant) {
        var lists = jdbc.call(merchant, outbox::prepare).repeat().takeUntil(more -> !more);
        return alone(lists.thenMany(Flux.range(0, lanes).flatMap(lane -> alone(lane(merchant)), lanes)));
    }

    /** A failure ends nobody else's work: what another lane has in hand just then would count as unknown. */
    private static Flux<Boolean> alone(Flux<Boolean> work) {
        return work.onErrorResume(failure -> {
            notNow(failure);
            return Flux.empty();
        });
    }

    private Flux<Boolean> lane(MerchantId merchant) {
        return jdbc.call(merchant, () -> outbox.claim(portion))
                .flatMap(taken -> Flux.fromIterable(taken.messages())
                        .flatMap(message -> send(merchant, message), portion)
                        .collectList()
                        .flatMap(settled -> settle(merchant, settled))
                        .thenReturn(taken.more()))
                .repeat()
                .takeUntil(more -> !more);
    }

    private Mono<Boolean> settle(MerchantId merchant, List<Settled> settled) {
        return settled.isEmpty()
                ? Mono.just(true)
                : jdbc.call(merchant, () -> {
                            outbox.settle(settled);
                            return true;
                        })
                        .retryWhen(PATIENT);
    }

    private Mono<Settled> send(MerchantId merchant, Claimed claimed) {
        return Mono.defer(() -> {
            var line = lines.computeIfAbsent(claimed.message().account(), account -> new Line(perSecond));
            var wait = line.delay(System.nanoTime());
            var turn = wait <= 0
                    ? Mono.just(line)
                    : Mono.delay(Duration.ofNanos(wait)).thenReturn(line);
            return turn.flatMap(open -> verdict(merchant, claimed, open)).map(verdict -> new Settled(claimed, verdict));
        });
    }

    private Mono<Verdict> verdict(MerchantId merchant, Claimed claimed, Line line) {
        var closed = line.against(clock.instant());
        if (closed != null) {
            return Mono.just(new Verdict.Closed(closed.until(), closed.why()));
        }
        return answer(merchant, claimed)
                .onErrorResume(failure -> Mono.just(Outcome.of(failure)))
                .map(outcome -> Verdicts.of(outcome, line, clock.instant()));
    }

    private Mono<Outcome<String>> answer(MerchantId merchant, Claimed claimed) {
        var to = claimed.address().identity().subject();
        return claimed.message() instanceof Message.Sms one
                ? sms.send(one, to, claimed.clientId())
                : letters.send(claimed.message(), to, claimed.clientId(), path -> links.to(merchant, claimed));
    }

    /** Of those who paused and stopped too. */
    @Scheduled(fixedDelay = 10_000)
    void abandonLost() {
        jdbc.callForAll(merchants::all)
                .flatMapIterable(all -> all)
                .concatMap(merchant -> jdbc.call(merchant.id(), outbox::abandonLost))
                .subscribe(lost -> {}, PushCourier::notNow);
    }

    private static void notNow(Throwable failure) {
        if (!(failure instanceof Busy)) {
            LOG.error("pushes were not sent", failure);
        }
    }
}
