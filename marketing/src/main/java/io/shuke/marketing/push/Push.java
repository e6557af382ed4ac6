package io.shuke.marketing.push;

import io.shuke.marketing.audience.SegmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to many.
 *
 * @param everybody whether all members were meant
 * @param segment whom it was for, if that was a saved segment
 * @param nextAt while it waits: until when
 * @param why it was paused by itself, such as {@code wrong:40037}; null when a person did it
 */
public record Push(
        long id,
        String title,
        Topic topic,
        PushState state,
        List<Message> messages,
        boolean everybody,
        @Nullable SegmentId segment,
        @Nullable Long offer,
        int holdOut,
        Instant nextAt,
        @Nullable String why,
        Instant madeAt,
        @Nullable Instant endedAt) {}
