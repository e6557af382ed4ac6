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
 * Whoever blocks an event loop is stopped, and remembered as well: code that falls back on anything when Redis fails would
 * swallow the error, and the test would pass.
 */
public final class EventLoops implements BlockHoundIntegration, AfterEachCallback {

    private static final ConcurrentLinkedQueue<BlockingOperationError> BLOCKED = new ConcurrentLinkedQueue<>();

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.blockingMethodCallback(method -> {
            var error = new BlockingOperationError(method);
            BLOCKED.add(error);
            throw error;
        });
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
