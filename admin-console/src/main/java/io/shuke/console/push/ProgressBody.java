package io.shuke.console.push;

import io.shuke.marketing.push.Progress;
import io.shuke.marketing.push.PushState;
import io.shuke.marketing.push.RecipientState;
import io.shuke.marketing.push.Skip;
import io.shuke.marketing.push.Way;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param skipped whom the rules, their own wish or a missing address left out; each reason is counted below */
record ProgressBody(
        PushState state,
        String words,
        @Nullable String why,
        int percent,
        long people,
        long waiting,
        long sent,
        long failed,
        long unknown,
        long skipped,
        long heldOut,
        List<ReasonBody> ways,
        List<ReasonBody> reasons,
        @Nullable String waitsFor,
        @Nullable Instant waitsUntil,
        boolean over) {

    record ReasonBody(String code, String label, long count) {}

    static ProgressBody of(Progress progress) {
        var wait = progress.waitsFor();
        return new ProgressBody(
                progress.state(),
                progress.state().label(),
                progress.why(),
                progress.percent(),
                progress.people(),
                progress.count(RecipientState.PENDING, RecipientState.SENDING),
                progress.count(RecipientState.SENT),
                progress.count(RecipientState.FAILED),
                progress.count(RecipientState.UNKNOWN),
                progress.count(RecipientState.SKIPPED),
                progress.count(RecipientState.HELD_OUT),
                ways(progress.byWay()),
                reasons(progress.reasons()),
                wait == null ? null : wait.why(),
                wait == null ? null : wait.until(),
                progress.isOver());
    }

    static List<ReasonBody> ways(Map<Way, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new ReasonBody(one.getKey().name(), one.getKey().label(), one.getValue()))
                .toList();
    }

    static List<ReasonBody> reasons(Map<Skip, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Skip, Long>comparingByValue().reversed())
                .map(one -> new ReasonBody(one.getKey().name(), one.getKey().label(), one.getValue()))
                .toList();
    }
}
