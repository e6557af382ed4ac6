package io.shuke;

import java.util.ArrayList;
import java.util.List;
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

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.blockingMethodCallback(method -> BLOCKED.add(new BlockingOperationError(method)))
                // Two threads that meet at the end of a queue wait for each other for a microsecond, not for anything
                // slow.
                .allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "execute")
                .allowBlockingCallsInside("java.util.concurrent.ArrayBlockingQueue", "offer")
                .allowBlockingCallsInside("java.util.concurrent.LinkedBlockingQueue", "offer")
                // Made once for each type; whoever asks for the same type meanwhile waits for that.
                .allowBlockingCallsInside(
                        "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer")
                // Counts a command that is being written; held by nobody who waits for anything.
                .allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "incrementWriters")
                .allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "decrementWriters");
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
