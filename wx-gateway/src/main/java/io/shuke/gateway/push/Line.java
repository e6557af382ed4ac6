package io.shuke.gateway.push;

import io.shuke.gateway.wechat.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One account's line to its provider as this node knows it: how fast, and whether at all. After a row of bad answers it is
 * closed for a while, and then opened for one message at a time until that one gets through.
 */
final class Line {

    static final int BAD_IN_A_ROW = 10;
    static final Duration REST = Duration.ofSeconds(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration CHINA = Duration.ofHours(8);
    private static final Duration DAY = Duration.ofDays(1);

    /** @param why such as {@code quota} */
    record Closure(Instant until, String why) {}

    private final long interval;
    private long nextSlot = Long.MIN_VALUE;
    private int bad;
    private boolean probing;
    private @Nullable Closure closure;

    /** @param perSecond how many messages at most */
    Line(int perSecond) {
        this.interval = Duration.ofSeconds(1).toNanos() / perSecond;
    }

    /** Null when a message may go out. */
    synchronized @Nullable Closure against(Instant now) {
        var closed = closure;
        if (closed != null && now.isBefore(closed.until())) {
            return closed;
        }
        if (bad >= BAD_IN_A_ROW) {
            if (probing) {
                return new Closure(now.plus(Duration.ofSeconds(1)), "slow");
            }
            probing = true;
        }
        return null;
    }

    /** How long to wait for a place in the row, in nanoseconds. */
    synchronized long delay(long nanoTime) {
        var slot = Math.max(nanoTime, nextSlot == Long.MIN_VALUE ? nanoTime : nextSlot);
        nextSlot = slot + interval;
        return slot - nanoTime;
    }

    /** @return until when the account takes nothing now; null when it may be open */
    synchronized @Nullable Closure heard(Outcome<?> outcome, Instant now) {
        probing = false;
        if (outcome instanceof Outcome.RetryLater<?> later) {
            return switch (later.when()) {
                case NEXT_DAY -> closed(now, new Closure(midnight(now), "quota"));
                case NEXT_MINUTE -> closed(now, new Closure(now.plus(MINUTE), "frequency"));
                case SOON -> worse(now);
            };
        }
        if (outcome instanceof Outcome.Unknown<?>) {
            return worse(now);
        }
        bad = 0;
        return null;
    }

    private @Nullable Closure worse(Instant now) {
        bad++;
        return bad < BAD_IN_A_ROW ? null : closed(now, new Closure(now.plus(REST), "slow"));
    }

    /** Here only for a moment: for the rest of its time all nodes know it from the database, where it may be opened earlier. */
    private Closure closed(Instant now, Closure whole) {
        closure = new Closure(now.plus(REST), whole.why());
        return whole;
    }

    /** The quota begins anew in China's midnight. */
    private static Instant midnight(Instant now) {
        var day = now.plus(CHINA).getEpochSecond() / DAY.toSeconds() + 1;
        return Instant.ofEpochSecond(day * DAY.toSeconds()).minus(CHINA);
    }
}
