package io.shuke.marketing.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait after the n-th attempt; after the last there is no further one until a person asks for it. */
final class Backoff {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(15));

    private Backoff() {}

    static Optional<Duration> after(int attempts) {
        return attempts <= WAITS.size() ? Optional.of(WAITS.get(attempts - 1)) : Optional.empty();
    }
}
