package io.shuke.marketing.webhook;

import java.time.Instant;

/**
 * A message to be sent now.
 *
 * @param id the same for every attempt and for a replay, so that a receiver knows it again
 * @param attempt counted from 1
 */
public record WebhookMessage(
        long id,
        long webhook,
        String url,
        String secret,
        WebhookEvent event,
        Facts facts,
        Instant happenedAt,
        int attempt) {

    @Override
    public String toString() {
        return "WebhookMessage[" + id + "]";
    }
}
