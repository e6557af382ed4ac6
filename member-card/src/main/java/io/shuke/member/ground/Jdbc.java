package io.shuke.member.ground;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import reactor.core.publisher.Mono;

/**
 * The one gate between the reactive shell and blocking JDBC. It has as many threads as the pool has connections and a
 * bounded queue; it sets the merchant; it repeats work that lost a deadlock; and while the database is away it says so at
 * once instead of letting everybody wait. A caller who hangs up does not interrupt work in progress.
 */
public final class Jdbc {

    private static final Logger LOG = LoggerFactory.getLogger(Jdbc.class);
    private static final int ATTEMPTS = 6;
    private static final long AWAY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long STUCK_NANOS = Duration.ofMillis(1500).toNanos();
    private static final long WATCH_NANOS = Duration.ofMillis(100).toNanos();

    private final ThreadPoolExecutor threads;
    private volatile long awayUntil = System.nanoTime();
    private volatile long lastDone = System.nanoTime();

    public Jdbc(int connections, int queue) {
        this.threads = new ThreadPoolExecutor(
                connections,
                connections,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(queue),
                task -> daemon(task, "jdbc"));
        daemon(this::watch, "jdbc-watch").start();
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Runs {@code work} for the merchant on a database thread; the answer may be empty. */
    public <T> Mono<T> call(MerchantId merchant, Supplier<? extends @Nullable T> work) {
        return RequestId.carry(id -> Mono.fromFuture(submit(id.named(() -> within(merchant, work))), true));
    }

    /** The same for the caller's own (blocking) thread: start-up, timers, tests. */
    public <T extends @Nullable Object> T within(MerchantId merchant, Supplier<T> work) {
        return MerchantScope.within(merchant, () -> attempt(work));
    }

    /** Work that belongs to no merchant, such as looking up whose account was called. */
    public <T> Mono<T> callForAll(Supplier<? extends @Nullable T> work) {
        return RequestId.carry(id -> Mono.fromFuture(submit(id.named(() -> attempt(work))), true));
    }

    /** The same on the caller's own (blocking) thread. */
    public <T extends @Nullable Object> T forAll(Supplier<T> work) {
        return attempt(work);
    }

    <T extends @Nullable Object> CompletableFuture<T> submit(Supplier<T> work) {
        try {
            refuseWhileAway();
            var answer = new CompletableFuture<T>();
            threads.execute(new Call<>(this, work, answer, System.nanoTime()));
            return answer;
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(new Busy("the database queue is full"));
        } catch (Busy away) {
            return CompletableFuture.failedFuture(away);
        }
    }

    private record Call<T extends @Nullable Object>(
            Jdbc jdbc, Supplier<T> work, CompletableFuture<T> answer, long since) implements Runnable {

        @Override
        public void run() {
            try {
                answer.complete(work.get());
            } catch (Throwable failed) {
                answer.completeExceptionally(failed);
            } finally {
                jdbc.lastDone = System.nanoTime();
            }
        }
    }

    /** A frozen database answers nothing, not even with an error: whoever still stands in the queue then need not wait. */
    private void watch() {
        while (!threads.isShutdown()) {
            LockSupport.parkNanos(WATCH_NANOS);
            var now = System.nanoTime();
            if (now - lastDone > STUCK_NANOS
                    && threads.getQueue().peek() instanceof Call<?> oldest
                    && now - oldest.since > STUCK_NANOS) {
                awayUntil = now + AWAY_NANOS;
                LOG.warn("the database is stuck");
                while (threads.getQueue().poll() instanceof Call<?> waiting) {
                    waiting.answer.completeExceptionally(new Busy("the database is stuck"));
                }
            }
        }
    }

    private <T extends @Nullable Object> T attempt(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            refuseWhileAway();
            try {
                return work.get();
            } catch (PessimisticLockingFailureException deadlock) {
                if (attempt == ATTEMPTS) {
                    throw new Busy("lost " + ATTEMPTS + " races in a row");
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(attempt * 4_000_000L));
            } catch (DataAccessException | TransactionException failed) {
                throw busyOr(failed);
            }
        }
    }

    /**
     * What a lost connection becomes depends on who was using it: Spring, MyBatis, the commit, or a rollback that fails
     * for the same reason and stands in front of it.
     */
    private RuntimeException busyOr(RuntimeException failed) {
        var first =
                failed instanceof TransactionSystemException noRollback ? noRollback.getOriginalException() : failed;
        for (var cause = first; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLRecoverableException) {
                awayUntil = System.nanoTime() + AWAY_NANOS;
                LOG.warn("the database is away: {}", cause.getClass().getSimpleName());
                return new Busy("the database is away");
            }
        }
        return failed;
    }

    private void refuseWhileAway() {
        if (awayUntil - System.nanoTime() > 0) {
            throw new Busy("the database is away");
        }
    }

    void close() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(20, TimeUnit.SECONDS);
    }
}
