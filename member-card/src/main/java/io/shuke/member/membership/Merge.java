package io.shuke.member.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A merge that took place.
 *
 * @param absorbedNumber of the card that is not used any more
 * @param by who decided it; null where it happened by itself
 */
public record Merge(
        long id,
        MemberId kept,
        MemberId absorbed,
        String absorbedNumber,
        Instant at,
        @Nullable Instant undoneAt,
        @Nullable String by,
        @Nullable String undoneBy) {}
