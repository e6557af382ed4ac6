package io.shuke.marketing.webhook;

import io.shuke.member.ground.Refusal;

/** Why an address is not written to. */
public final class WebhookRefusal extends Refusal {

    private WebhookRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static WebhookRefusal badAddress() {
        return new WebhookRefusal(Kind.BAD_INPUT, "webhook.bad-address");
    }

    static WebhookRefusal noEvents() {
        return new WebhookRefusal(Kind.BAD_INPUT, "webhook.no-events");
    }

    static WebhookRefusal tooMany(int most) {
        return new WebhookRefusal(Kind.CONFLICT, "webhook.too-many", most);
    }

    static WebhookRefusal unknown() {
        return new WebhookRefusal(Kind.NOT_FOUND, "webhook.unknown");
    }
}
