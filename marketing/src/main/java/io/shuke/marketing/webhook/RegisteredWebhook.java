package io.shuke.marketing.webhook;

/** @param secret shown this once; messages are signed with its UTF-8 bytes */
public record RegisteredWebhook(Webhook webhook, String secret) {

    @Override
    public String toString() {
        return "RegisteredWebhook[" + webhook.id() + "]";
    }
}
