package io.shuke;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Whoever blocks an event loop is remembered, and the test in hand fails. He is not stopped: code that falls back on anything
 * would swallow the error, and a request whose answer was being written would hang.
 */
public final class EventLoops implements BlockHoundIntegration, AfterEachCallback {

    private static final ConcurrentLinkedQueue<BlockingOperationError> BLOCKED = new ConcurrentLinkedQueue<>();

    private static final List<String> LIBRARIES =
            List.of("io.netty.", "io.lettuce.", "org.springframework.data.redis.connection.lettuce.", "tools.jackson.");

    private static final Set<String> LOCKS = Set.of(
            "java.util.concurrent.locks.ReentrantLock.lock",
            "java.util.concurrent.locks.StampedLock.writeLock",
            "java.util.concurrent.locks.StampedLock.readLock");

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.blockingMethodCallback(method -> remember(new BlockingOperationError(method)))
                // Two threads that meet at the end of a queue wait for each other for a microsecond, not for anything
                // slow.
                .allowBlockingCallsInside("org.springframework.data.redis.core.script.DefaultRedisScript", "getSha1")
                .allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "execute")
                .allowBlockingCallsInside("java.util.concurrent.ArrayBlockingQueue", "offer")
                .allowBlockingCallsInside("java.util.concurrent.LinkedBlockingQueue", "offer");
    }

    private static void remember(BlockingOperationError blocked) {
        if (!isLibrarysOwnLock(blocked.getStackTrace())) {
            BLOCKED.add(blocked);
        }
    }

    /** Two event loops that meet at a counter or a pool inside a library: held for a microsecond, by nobody who waits. */
    private static boolean isLibrarysOwnLock(StackTraceElement[] stack) {
        for (int i = 0; i < stack.length - 1; i++) {
            if (LOCKS.contains(stack[i].getClassName() + "." + stack[i].getMethodName())) {
                return LIBRARIES.stream().anyMatch(stack[i + 1].getClassName()::startsWith);
            }
        }
        return false;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var blocked = drain();
        if (!blocked.isEmpty()) {
            throw new AssertionError(blocked.size() + " times an event loop was blocked, first here", blocked.get(0));
        }
    }

    /** What has blocked since somebody asked last. */
    static List<BlockingOperationError> drain() {
        var all = new ArrayList<BlockingOperationError>();
        for (var next = BLOCKED.poll(); next != null; next = BLOCKED.poll()) {
            all.add(next);
        }
        return all;
    }
}
