package io.shuke.marketing.webhook;

import java.time.Instant;
import java.util.Set;

/** Where a merchant wants to be told of what. */
public record Webhook(long id, String url, Set<WebhookEvent> events, Instant since) {

    public Webhook {
        events = Set.copyOf(events);
    }
}
