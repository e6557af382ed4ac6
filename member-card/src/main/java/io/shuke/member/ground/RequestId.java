package io.shuke.member.ground;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * The id of the request that is being served. It goes from the reactive shell to the thread that works for it, so that
 * whatever is logged there can be found by it.
 */
public final class RequestId {

    private static final String KEY = "requestId";
    private static final RequestId NONE = new RequestId(null);

    private final @Nullable String id;

    private RequestId(@Nullable String id) {
        this.id = id;
    }

    /** To be written into the context of everything that is done for the request. */
    public static Context of(String id) {
        return Context.of(KEY, new RequestId(id));
    }

    /** Hands over the id of the request that is being served, or one that names nothing. */
    public static <T> Mono<T> carry(Function<RequestId, Mono<T>> work) {
        return Mono.deferContextual(asking -> work.apply(asking.getOrDefault(KEY, NONE)));
    }

    /** The same work, whose lines in the log are named with this id on whatever thread it runs. */
    public <T extends @Nullable Object> Supplier<T> named(Supplier<T> work) {
        return id == null
                ? work
                : () -> {
                    MDC.put(KEY, id);
                    try {
                        return work.get();
                    } finally {
                        MDC.remove(KEY);
                    }
                };
    }
}
