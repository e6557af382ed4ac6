package io.shuke.marketing.push;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a recipient after an attempt: the one retry rule. */
final class Settling {

    static final int ATTEMPTS = 5;
    private static final Duration SOON = Duration.ofSeconds(2);

    /**
     * @param leg the way that is tried next
     * @param dueAt not before
     */
    record Step(
            RecipientState state,
            int leg,
            int attempts,
            Instant dueAt,
            @Nullable Skip reason) {}

    private Settling() {}

    /** @param legs how many ways there are */
    static Step after(Verdict verdict, int leg, int legs, int attempts, Instant now) {
        if (verdict instanceof Verdict.Sent) {
            return new Step(RecipientState.SENT, leg, attempts + 1, now, null);
        }
        if (verdict instanceof Verdict.Unknown) {
            return new Step(RecipientState.UNKNOWN, leg, attempts + 1, now, Skip.NO_ANSWER);
        }
        if (verdict instanceof Verdict.Closed closed) {
            return new Step(RecipientState.PENDING, leg, attempts, closed.until(), null);
        }
        if (verdict instanceof Verdict.Again) {
            return attempts + 1 < ATTEMPTS
                    ? new Step(
                            RecipientState.PENDING,
                            leg,
                            attempts + 1,
                            now.plus(SOON.multipliedBy(1L << attempts)),
                            null)
                    : other(leg, legs, attempts, now, Skip.BUSY);
        }
        if (verdict instanceof Verdict.Wrong wrong && wrong.forEverybody()) {
            // The push is paused; whoever mends it and goes on misses nobody.
            return new Step(RecipientState.PENDING, leg, attempts, now, null);
        }
        return other(leg, legs, attempts, now, verdict instanceof Verdict.Refused ? Skip.REFUSED : Skip.BAD_MESSAGE);
    }

    private static Step other(int leg, int legs, int attempts, Instant now, Skip reason) {
        return leg + 1 < legs
                ? new Step(RecipientState.PENDING, leg + 1, 0, now, null)
                : new Step(RecipientState.FAILED, leg, attempts + 1, now, reason);
    }
}
