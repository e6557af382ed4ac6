package io.shuke.gateway.door;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import reactor.core.publisher.Mono;

/**
 * What one part of the program does without Redis, told in the log once in ten seconds and not once a request: an outage
 * must not fill the disk too.
 */
public final class RedisAway {

    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    private final Logger log;
    private final String meanwhile;
    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private final AtomicInteger untold = new AtomicInteger();

    /** @param meanwhile what the log says, such as {@code cards are shown without Redis} */
    public RedisAway(Logger log, String meanwhile) {
        this.log = log;
        this.meanwhile = meanwhile;
    }

    /** Goes on with {@code instead}. */
    public <T> Mono<T> give(Throwable away, T instead) {
        tell(away, System.nanoTime());
        return Mono.just(instead);
    }

    void tell(Throwable away, long now) {
        untold.incrementAndGet();
        var due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE_NANOS)) {
            log.warn("{}: {}, {} times", meanwhile, away.getClass().getSimpleName(), untold.getAndSet(0));
        }
    }
}
