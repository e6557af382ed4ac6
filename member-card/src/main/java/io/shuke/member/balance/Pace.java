package io.shuke.member.balance;

import java.time.Duration;
import java.time.Instant;

/** How often somebody is asked what became of money: soon at first, then less and less, at least every ten minutes. */
final class Pace {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration SLOWEST = Duration.ofMinutes(10);

    private Pace() {}

    static Instant first(Instant now) {
        return now.plus(FIRST);
    }

    /** @param checks how often it was asked before */
    static Instant next(Instant now, int checks) {
        var pause = FIRST.multipliedBy(1L << Math.min(checks, 10));
        return now.plus(pause.compareTo(SLOWEST) < 0 ? pause : SLOWEST);
    }
}
