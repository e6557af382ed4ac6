package io.shuke.marketing.push;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one push or notice for one member.
 *
 * @param way by which it went, or was to go
 * @param reason why nothing came of it
 * @param madeAt when the push was made
 */
public record ReceivedMessage(
        long push,
        String title,
        Topic topic,
        Way way,
        RecipientState state,
        @Nullable Skip reason,
        Instant madeAt,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant openedAt) {}
