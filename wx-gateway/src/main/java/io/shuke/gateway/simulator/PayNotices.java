package io.shuke.gateway.simulator;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Tells merchants what became of orders and refunds, signed and encrypted, again and again until it is taken. A fault of the
 * path {@value #PATH} makes it late, or lets an attempt get lost.
 */
final class PayNotices {

    static final String PATH = "/pay/notify";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final int TRIES = 15;

    private final PayPlatform platform;
    private final OwnAddress own;
    private final Faults faults;
    private final Clock clock;
    private final WebClient web = WebClient.create();

    PayNotices(PayPlatform platform, OwnAddress own, Faults faults, Clock clock) {
        this.platform = platform;
        this.own = own;
        this.faults = faults;
        this.clock = clock;
    }

    private record Message(SimulatedMerchant merchant, String url, String event, String original, Object content) {}

    /** Completes with the status of the first attempt, 0 where it got lost; further attempts go on behind. */
    Mono<Integer> paid(SimulatedMerchant merchant, PayOrder order) {
        return send(message(merchant, order), 1);
    }

    Mono<Integer> refunded(SimulatedMerchant merchant, PayOrder order, PayRefund refund) {
        var content = Json.of(
                "mchid", refund.mchid(),
                "out_trade_no", order.number(),
                "transaction_id", Objects.requireNonNull(order.transaction()),
                "out_refund_no", refund.number(),
                "refund_id", refund.id(),
                "refund_status", refund.status(),
                "success_time", time(refund.at()),
                "user_received_account", "支付用户零钱",
                "amount",
                        Json.of(
                                "total",
                                order.total(),
                                "refund",
                                refund.amount(),
                                "payer_total",
                                order.total(),
                                "payer_refund",
                                refund.amount()));
        return send(new Message(merchant, refund.noticeUrl(), "REFUND." + refund.status(), "refund", content), 1);
    }

    /** As a query answers and as a notice tells. */
    static Object described(PayOrder order) {
        var content = Json.of(
                "appid", order.appid(),
                "mchid", order.mchid(),
                "out_trade_no", order.number(),
                "trade_state", order.state().name(),
                "trade_state_desc",
                        order.state() == PayOrder.State.NOTPAY
                                ? "订单未支付"
                                : order.state().name(),
                "attach", "");
        if (order.transaction() != null && order.paidAt() != null) {
            content.put("transaction_id", order.transaction());
            content.put("trade_type", "JSAPI");
            content.put("bank_type", "OTHERS");
            content.put("success_time", time(order.paidAt()));
            content.put("payer", Json.of("openid", order.openid()));
        }
        content.put(
                "amount",
                Json.of(
                        "total",
                        order.total(),
                        "payer_total",
                        order.total(),
                        "currency",
                        "CNY",
                        "payer_currency",
                        "CNY"));
        return content;
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.atOffset(ZoneOffset.ofHours(8)).withNano(0));
    }

    private Mono<Integer> send(Message message, int attempt) {
        var fault = faults.next(PATH, null).orElse(null);
        return late(fault)
                .publishOn(Schedulers.boundedElastic())
                .flatMap(now -> fault != null && fault.drops() ? Mono.just(0) : post(message))
                .doOnNext(status -> {
                    if ((status < 200 || status >= 300) && attempt < TRIES) {
                        Mono.delay(pause(attempt))
                                .flatMap(later -> send(message, attempt + 1))
                                .subscribe();
                    }
                });
    }

    private static Mono<Long> late(@Nullable Fault fault) {
        var delay = fault == null ? null : fault.delayMs();
        return Mono.delay(Duration.ofMillis(delay == null ? 0 : delay));
    }

    private static Duration pause(int attempt) {
        var pause = Duration.ofSeconds(1L << Math.min(attempt, 6));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private Mono<Integer> post(Message message) {
        var letter = sealed(message);
        // The simulator stands on our own machine and may not know the public address.
        return web.post()
                .uri(URI.create(own.root() + path(message.url())))
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> letter.headers().forEach(headers::set))
                .bodyValue(letter.body())
                .exchangeToMono(answer ->
                        answer.releaseBody().thenReturn(answer.statusCode().value()))
                .timeout(PATIENCE)
                .onErrorReturn(0);
    }

    /** What goes over the wire. */
    record Letter(Map<String, String> headers, String body) {}

    private Letter sealed(Message message) {
        var nonce = Randoms.text(12);
        var original = message.original();
        var body = Json.text(Json.of(
                "id", UUID.nameUUIDFromBytes(Randoms.bytes(16)).toString(),
                "create_time", time(clock.instant()),
                "resource_type", "encrypt-resource",
                "event_type", message.event(),
                "summary", original,
                "resource",
                        Json.of(
                                "original_type", original,
                                "algorithm", "AEAD_AES_256_GCM",
                                "ciphertext", message.merchant().sealed(Json.text(message.content()), nonce, original),
                                "associated_data", original,
                                "nonce", nonce)));
        return signed(body);
    }

    Letter signed(String body) {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var nonce = Randoms.text(32);
        return new Letter(
                Map.of(
                        "Wechatpay-Serial",
                        platform.keyId(),
                        "Wechatpay-Timestamp",
                        timestamp,
                        "Wechatpay-Nonce",
                        nonce,
                        "Wechatpay-Signature",
                        platform.sign(timestamp, nonce, body),
                        "Wechatpay-Signature-Type",
                        "WECHATPAY2-SHA256-RSA2048"),
                body);
    }

    /** The notice of an order as if it were paid, without sending it. */
    Letter letter(SimulatedMerchant merchant, PayOrder order) {
        return sealed(message(merchant, order));
    }

    private static Message message(SimulatedMerchant merchant, PayOrder order) {
        return new Message(merchant, order.noticeUrl(), "TRANSACTION.SUCCESS", "transaction", described(order));
    }

    private static String path(String url) {
        var path = URI.create(url).getRawPath();
        return path == null ? "/" : path;
    }
}
