package io.shuke.gateway.wechat.callback;

import io.shuke.member.ground.Busy;
import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.Lane;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/**
 * Where a message becomes ours: in the inbox, or on the local disk while the database is away. Both is possible, for an
 * insert that seemed lost may have succeeded; the inbox keeps one.
 */
@Component
class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    /** WeChat waits five seconds; a person who follows the account should not wait one. */
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private static final int LONGEST_QUEUE = 4_096;
    private static final int PORTION = 256;

    private final Jdbc jdbc;
    private final Inbox inbox;
    private final Rounds rounds;
    private final Spool spool;
    private final FieldCipher cipher;
    private final Ids ids;
    private final Clock clock;
    private final Lane<Envelope, Boolean> lane;
    private final AtomicBoolean emptying = new AtomicBoolean();

    Intake(Jdbc jdbc, Inbox inbox, Rounds rounds, Spool spool, FieldCipher cipher, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.rounds = rounds;
        this.spool = spool;
        this.cipher = cipher;
        this.ids = ids;
        this.clock = clock;
        this.lane = new Lane<>(jdbc, LONGEST_QUEUE, envelopes -> {
            inbox.keep(envelopes);
            return envelopes.stream().map(kept -> true).toList();
        });
    }

    /** Completes when the message can no longer be lost. */
    Mono<Boolean> take(Addressee addressee, Message message) {
        var envelope =
                new Envelope(addressee.merchant(), addressee.appid(), message.key(), message.text(), clock.instant());
        return lane.call(envelope.merchant(), envelope)
                .doOnNext(kept -> rounds.wake())
                .timeout(PATIENCE)
                .onErrorResume(failure -> spool(envelope, failure));
    }

    private Mono<Boolean> spool(Envelope envelope, Throwable failure) {
        var written = Mono.fromFuture(() -> spool.append(() -> spooled(envelope)), true);
        return written.flatMap(done -> done
                ? Mono.just(true)
                : Mono.error(
                        failure instanceof Busy
                                ? failure
                                : new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "the spool is full")));
    }

    private byte[] spooled(Envelope envelope) {
        return new SpooledRow(envelope.merchant(), InboxRow.of(ids.next(), envelope, cipher)).toBytes();
    }

    /** From the start on, so that what an earlier process left behind is taken too. */
    @Scheduled(fixedDelay = 1_000)
    void empty() {
        if (emptying.compareAndSet(false, true)) {
            jdbc.callForAll(() -> {
                        spool.empty(this::insert);
                        return true;
                    })
                    .doFinally(done -> emptying.set(false))
                    .subscribe(done -> {}, this::later);
        }
    }

    private void insert(List<byte[]> records) {
        var rows = records.stream().map(SpooledRow::of).collect(Collectors.groupingBy(SpooledRow::merchant));
        rows.forEach((merchant, ofMerchant) -> {
            for (int at = 0; at < ofMerchant.size(); at += PORTION) {
                var portion = ofMerchant.subList(at, Math.min(at + PORTION, ofMerchant.size())).stream()
                        .map(SpooledRow::row)
                        .toList();
                jdbc.within(merchant, () -> {
                    inbox.insert(portion);
                    return true;
                });
            }
        });
        rounds.wake();
    }

    private void later(Throwable failure) {
        if (!(failure instanceof Busy)) {
            LOG.error("spooled messages could not be moved into the inbox: {}", failure.toString());
        }
    }
}
