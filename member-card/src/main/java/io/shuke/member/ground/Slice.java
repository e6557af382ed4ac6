package io.shuke.member.ground;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is continued by key, never by offset.
 *
 * @param next what to pass as {@code cursor} for the following page, null at the end
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    /** Makes a page of at most {@code size} from a query that asked for one more. */
    public static <T> Slice<T> of(List<T> oneMore, int size, ToLongFunction<T> key) {
        if (oneMore.size() <= size) {
            return new Slice<>(List.copyOf(oneMore), null);
        }
        var items = List.copyOf(oneMore.subList(0, size));
        return new Slice<>(items, Long.toString(key.applyAsLong(items.get(size - 1))));
    }
}
