package io.shuke.member.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A merge that took place. */
public record Merge(
        long id,
        MemberId kept,
        MemberId absorbed,
        Instant at,
        @Nullable Instant undoneAt) {}
