package io.shuke.marketing.push;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a push is, from the database: the same from every node.
 *
 * @param people on the list so far
 * @param byWay how many were taken by each way
 * @param reasons why the others were not, by word
 * @param waitsFor the account that takes nothing just now, and why; null when all is open
 */
public record Progress(
        PushState state,
        @Nullable String why,
        long people,
        Map<RecipientState, Long> counts,
        Map<Way, Long> byWay,
        Map<Skip, Long> reasons,
        @Nullable Closure waitsFor) {

    public record Closure(String account, Instant until, String why) {}

    public long count(RecipientState... states) {
        return List.of(states).stream()
                .mapToLong(state -> counts.getOrDefault(state, 0L))
                .sum();
    }

    /** Whether nothing will change any more. */
    public boolean isOver() {
        return (state == PushState.DONE || state == PushState.STOPPED) && count(RecipientState.SENDING) == 0;
    }

    /** Of those who get something; 100 only when all are settled. */
    public int percent() {
        var open = count(RecipientState.PENDING, RecipientState.SENDING);
        var settled = count(RecipientState.SENT, RecipientState.FAILED, RecipientState.UNKNOWN);
        if (state == PushState.DRAFT || state == PushState.FREEZING) {
            return 0;
        }
        return open == 0 ? 100 : (int) Math.min(99, settled * 100 / (open + settled));
    }
}
