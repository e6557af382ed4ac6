package io.shuke.member.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Group commit: requests that arrive while one transaction commits share the next. There is no timer to wait for, and an
 * answer is given only after the commit. When a batch fails, its requests are repeated one by one, so that a single bad
 * one hurts nobody.
 *
 * @param <A> what is asked
 * @param <R> what is answered
 */
public final class Lane<A, R> {

    private static final int LARGEST_BATCH = 200;

    private record Waiting<A, R>(MerchantId merchant, A asked, CompletableFuture<R> answer) {}

    private final Jdbc jdbc;
    private final Function<List<A>, List<R>> commit;
    private final int longest;
    /** Never locks: event loops stand in line here. Hence counted apart. */
    private final Queue<Waiting<A, R>> queue = new ConcurrentLinkedQueue<>();

    private final AtomicInteger length = new AtomicInteger();
    private final AtomicBoolean working = new AtomicBoolean();

    /** @param commit one transaction for all; answers in the order of the questions, at least one of them */
    public Lane(Jdbc jdbc, int queue, Function<List<A>, List<R>> commit) {
        this.jdbc = jdbc;
        this.commit = commit;
        this.longest = queue;
    }

    public Mono<R> call(MerchantId merchant, A asked) {
        return Mono.fromFuture(() -> enqueue(merchant, asked), true);
    }

    private CompletableFuture<R> enqueue(MerchantId merchant, A asked) {
        var waiting = new Waiting<A, R>(merchant, asked, new CompletableFuture<>());
        if (length.incrementAndGet() > longest) {
            length.decrementAndGet();
            return CompletableFuture.failedFuture(new Busy("the lane is full"));
        }
        queue.add(waiting);
        drainSoon();
        return waiting.answer();
    }

    private void drainSoon() {
        if (!queue.isEmpty() && working.compareAndSet(false, true)) {
            jdbc.submit(this::drain).whenComplete((done, refused) -> {
                working.set(false);
                if (refused != null) {
                    failAll(refused);
                }
                drainSoon();
            });
        }
    }

    private boolean drain() {
        var batch = new ArrayList<Waiting<A, R>>();
        for (var next = poll(); next != null; next = poll()) {
            if (!batch.isEmpty()
                    && (batch.size() == LARGEST_BATCH
                            || !batch.get(0).merchant().equals(next.merchant()))) {
                commitTogether(batch);
                batch.clear();
            }
            batch.add(next);
        }
        commitTogether(batch);
        return true;
    }

    private void commitTogether(List<Waiting<A, R>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            var asked = batch.stream().map(Waiting::asked).toList();
            var answers = jdbc.within(batch.get(0).merchant(), () -> commit.apply(asked));
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(answers.get(i));
            }
        } catch (Throwable failed) {
            // An Error is answered too: nobody may be left waiting.
            if (batch.size() == 1 || failed instanceof Busy) {
                batch.forEach(waiting -> waiting.answer().completeExceptionally(failed));
            } else {
                batch.forEach(waiting -> commitTogether(List.of(waiting)));
            }
        }
    }

    private @Nullable Waiting<A, R> poll() {
        var next = queue.poll();
        if (next != null) {
            length.decrementAndGet();
        }
        return next;
    }

    private void failAll(Throwable refused) {
        for (var next = poll(); next != null; next = poll()) {
            next.answer().completeExceptionally(refused);
        }
    }
}
