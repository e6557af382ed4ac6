package io.shuke.marketing.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a message fares.
 *
 * @param nextAt when it is tried again; null when nothing more will be
 * @param outcome of the last attempt, such as {@code 200} or {@code refused}
 */
public record Delivery(
        long id,
        WebhookEvent event,
        Instant happenedAt,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable Instant deliveredAt,
        @Nullable String outcome) {}
