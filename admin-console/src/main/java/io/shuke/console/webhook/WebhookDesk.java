package io.shuke.console.webhook;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.webhook.Delivery;
import io.shuke.marketing.webhook.RegisteredWebhook;
import io.shuke.marketing.webhook.Webhook;
import io.shuke.marketing.webhook.WebhookEvent;
import io.shuke.marketing.webhook.Webhooks;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The owner says where the shop's own program listens, and has messages sent again. */
@RestController
class WebhookDesk {

    private static final int PAGE = 50;

    record WebhookBody(String id, String url, List<String> events, OffsetDateTime since) {

        static WebhookBody of(Webhook webhook) {
            return new WebhookBody(
                    Long.toString(webhook.id()),
                    webhook.url(),
                    webhook.events().stream().sorted().map(WebhookEvent::word).toList(),
                    moment(webhook.since()));
        }
    }

    record WebhooksBody(List<WebhookBody> items, @Nullable String next) {}

    record NewWebhookBody(@Nullable String url, @Nullable List<@Nullable String> events) {

        Set<WebhookEvent> read() {
            var read = new HashSet<WebhookEvent>();
            if (events != null) {
                for (var word : events) {
                    read.add(WebhookEvent.of(word == null ? "" : word)
                            .orElseThrow(() -> new ServerWebInputException("no such event")));
                }
            }
            return read;
        }
    }

    /** The only time the secret is seen. */
    record RegisteredWebhookBody(String id, String key, String secret) {

        static RegisteredWebhookBody of(RegisteredWebhook registered) {
            var id = Long.toString(registered.webhook().id());
            return new RegisteredWebhookBody(id, "wh_" + id, registered.secret());
        }

        @Override
        public String toString() {
            return "RegisteredWebhookBody[" + id + "]";
        }
    }

    record DeliveryBody(
            String id,
            String event,
            OffsetDateTime at,
            int attempts,
            @Nullable OffsetDateTime nextAt,
            @Nullable OffsetDateTime deliveredAt,
            @Nullable String outcome) {

        static DeliveryBody of(Delivery one) {
            return new DeliveryBody(
                    Long.toString(one.id()),
                    one.event().word(),
                    moment(one.happenedAt()),
                    one.attempts(),
                    one.nextAt() == null ? null : moment(one.nextAt()),
                    one.deliveredAt() == null ? null : moment(one.deliveredAt()),
                    one.outcome());
        }
    }

    record DeliveriesBody(
            List<DeliveryBody> items, @Nullable String next) {}

    /** One of the two. */
    record ReplayBody(@Nullable String id, @Nullable OffsetDateTime since) {}

    record ReplayedBody(int messages) {}

    private final Webhooks webhooks;
    private final Jdbc jdbc;

    WebhookDesk(Webhooks webhooks, Jdbc jdbc) {
        this.webhooks = webhooks;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/webhooks")
    Mono<WebhooksBody> all(ConsoleUser user) {
        return jdbc.call(
                user.merchant(),
                () -> new WebhooksBody(
                        webhooks.all().stream().map(WebhookBody::of).toList(), null));
    }

    @PostMapping("/console/api/webhooks")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RegisteredWebhookBody> register(ConsoleUser user, @RequestBody NewWebhookBody body) {
        var events = body.read();
        var url = body.url() == null ? "" : body.url();
        return jdbc.call(user.merchant(), () -> RegisteredWebhookBody.of(webhooks.register(url, events)));
    }

    @DeleteMapping("/console/api/webhooks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(ConsoleUser user, @PathVariable String id) {
        var webhook = id(id);
        return jdbc.call(user.merchant(), () -> {
                    webhooks.remove(webhook);
                    return true;
                })
                .then();
    }

    @GetMapping("/console/api/webhooks/{id}/deliveries")
    Mono<DeliveriesBody> deliveries(
            ConsoleUser user, @PathVariable String id, @RequestParam(required = false) @Nullable String cursor) {
        var webhook = id(id);
        var before = cursor == null ? Long.MAX_VALUE : cursor(cursor);
        return jdbc.call(user.merchant(), () -> {
            var page = webhooks.deliveries(webhook, before, PAGE);
            return new DeliveriesBody(
                    page.items().stream().map(DeliveryBody::of).toList(), page.next());
        });
    }

    @PostMapping("/console/api/webhooks/{id}/replays")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ReplayedBody> replay(ConsoleUser user, @PathVariable String id, @RequestBody ReplayBody body) {
        var webhook = id(id);
        if ((body.id() == null) == (body.since() == null)) {
            throw new ServerWebInputException("a message or a moment");
        }
        var since = body.since();
        if (since != null) {
            return jdbc.call(user.merchant(), () -> new ReplayedBody(webhooks.replaySince(webhook, since.toInstant())));
        }
        var message = id(body.id() == null ? "" : body.id());
        return jdbc.call(user.merchant(), () -> {
            webhooks.replay(webhook, message);
            return new ReplayedBody(1);
        });
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static long id(String text) {
        return Ids.read(text).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static long cursor(String text) {
        return Ids.read(text).orElseThrow(() -> new ServerWebInputException("cursor"));
    }
}
