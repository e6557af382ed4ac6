package io.shuke.gateway.till;

import io.shuke.marketing.till.TillKey;
import io.shuke.marketing.till.TillKeyId;
import io.shuke.marketing.till.TillKeys;
import io.shuke.member.ground.Jdbc;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keys as this node last saw them. What is older than two seconds is asked for anew, so a revoked key is dead by then. */
@Component
class KnownKeys {

    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int REMEMBERED = 10_000;

    /** @param key empty for what is no key, so that guessing costs the database nothing either */
    private record Seen(Optional<TillKey> key, long at) {}

    private final Map<TillKeyId, Seen> seen = new ConcurrentHashMap<>();
    private final TillKeys keys;
    private final Jdbc jdbc;

    KnownKeys(TillKeys keys, Jdbc jdbc) {
        this.keys = keys;
        this.jdbc = jdbc;
    }

    /** @throws SignatureRefusal {@code till.key-unknown} */
    Mono<TillKey> key(TillKeyId id) {
        var known = seen.get(id);
        var now = System.nanoTime();
        var key = known != null && now - known.at() < FRESH_NANOS
                ? Mono.just(known.key())
                : jdbc.callForAll(() -> keys.anywhere(id)).doOnNext(found -> remember(id, new Seen(found, now)));
        return key.flatMap(Mono::justOrEmpty)
                .filter(one -> !one.isRevoked())
                .switchIfEmpty(Mono.error(SignatureRefusal::keyUnknown));
    }

    private void remember(TillKeyId id, Seen one) {
        if (seen.size() >= REMEMBERED) {
            seen.clear();
        }
        seen.put(id, one);
    }
}
