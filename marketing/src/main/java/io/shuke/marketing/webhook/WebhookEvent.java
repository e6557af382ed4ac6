package io.shuke.marketing.webhook;

import java.util.Optional;
import java.util.stream.Stream;

/** What is told. */
public enum WebhookEvent {
    BILL_SETTLED("bill.settled"),
    BILL_REFUNDED("bill.refunded"),
    LEVEL_CHANGED("level.changed");

    private final String word;

    WebhookEvent(String word) {
        this.word = word;
    }

    /** As it stands in a message. */
    public String word() {
        return word;
    }

    public static Optional<WebhookEvent> of(String word) {
        return Stream.of(values()).filter(event -> event.word.equals(word)).findFirst();
    }
}
