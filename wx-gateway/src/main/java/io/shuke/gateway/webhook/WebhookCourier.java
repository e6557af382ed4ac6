package io.shuke.gateway.webhook;

import io.shuke.marketing.webhook.WebhookMessage;
import io.shuke.marketing.webhook.Webhooks;
import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Claims messages, sends them, settles them: a round a second on each node, none of which gets what another has. */
@Component
class WebhookCourier {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookCourier.class);
    private static final int PORTION = 20;
    private static final int AT_ONCE = 8;

    private final Webhooks webhooks;
    private final WebhookSender sender;
    private final Merchants merchants;
    private final Jdbc jdbc;
    private final AtomicBoolean underWay = new AtomicBoolean();

    WebhookCourier(Webhooks webhooks, WebhookSender sender, Merchants merchants, Jdbc jdbc) {
        this.webhooks = webhooks;
        this.sender = sender;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelay = 1_000)
    void round() {
        if (underWay.compareAndSet(false, true)) {
            jdbc.callForAll(webhooks::merchantsWithWork)
                    .flatMapIterable(all -> all)
                    .flatMap(this::deliver, AT_ONCE)
                    .doFinally(done -> underWay.set(false))
                    .subscribe(sent -> {}, WebhookCourier::notNow);
        }
    }

    /** A portion of each merchant's, so that one whose program is slow does not hold up the others. */
    private Flux<Boolean> deliver(MerchantId merchant) {
        return jdbc.call(merchant, () -> webhooks.claim(PORTION))
                .flatMapIterable((List<WebhookMessage> claimed) -> claimed)
                .flatMap(message -> deliver(merchant, message), AT_ONCE);
    }

    private Mono<Boolean> deliver(MerchantId merchant, WebhookMessage message) {
        return sender.send(message)
                .flatMap(outcome -> jdbc.call(merchant, () -> {
                    if (outcome.taken()) {
                        webhooks.delivered(message, outcome.word());
                    } else {
                        webhooks.failed(message, outcome.word());
                    }
                    return true;
                }));
    }

    @Scheduled(cron = "0 53 * * * *")
    void forget() {
        jdbc.callForAll(merchants::all)
                .flatMapIterable(all -> all)
                .map(Merchant::id)
                .concatMap(merchant ->
                        jdbc.call(merchant, webhooks::forgetOld).repeat().takeUntil(more -> !more))
                .subscribe(done -> {}, WebhookCourier::notNow);
    }

    private static void notNow(Throwable failure) {
        if (!(failure instanceof Busy)) {
            LOG.error("webhooks were not delivered: {}", failure.toString());
        }
    }
}
