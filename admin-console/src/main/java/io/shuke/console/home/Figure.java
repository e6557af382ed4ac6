package io.shuke.console.home;

import org.jspecify.annotations.Nullable;

/**
 * One of today's numbers.
 *
 * @param name by which the page knows where to read more
 * @param label and unit as people read them
 * @param yesterday the same of the whole of yesterday, where the two can be compared
 */
public record Figure(
        String name,
        String label,
        String unit,
        long value,
        @Nullable Long yesterday) {

    /** In 分, by its name. */
    boolean isMoney() {
        return name.endsWith("-fen");
    }
}
