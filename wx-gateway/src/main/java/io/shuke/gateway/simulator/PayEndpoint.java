package io.shuke.gateway.simulator;

import java.time.Duration;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** WeChat Pay: orders, refunds, and what became of them. */
@Simulated
@RestController
@RequestMapping(WechatApi.ROOT)
class PayEndpoint {

    /** Money goes back a moment later; a fault of this path lets it fail for good. */
    private static final String SETTLING = "/pay/refund-settles";

    private static final Duration SOON = Duration.ofMillis(300);

    private final PayApi api;
    private final PayBook book;
    private final PayNotices notices;
    private final Faults faults;

    PayEndpoint(PayApi api, PayBook book, PayNotices notices, Faults faults) {
        this.api = api;
        this.book = book;
        this.notices = notices;
        this.faults = faults;
    }

    @PostMapping("/v3/pay/transactions/jsapi")
    Mono<ResponseEntity<byte[]>> order(ServerWebExchange exchange) {
        return api.serve(exchange, call -> {
            if (!call.merchant().mchid().equals(call.body().path("mchid").asString(""))) {
                throw PayError.parameter("mchid");
            }
            return Json.of(
                    "prepay_id",
                    book.order(call.merchant().mchid(), call.body()).prepayId());
        });
    }

    @GetMapping("/v3/pay/transactions/out-trade-no/{number}")
    Mono<ResponseEntity<byte[]>> query(@PathVariable("number") String number, ServerWebExchange exchange) {
        return api.serve(
                exchange, call -> PayNotices.described(book.find(call.merchant().mchid(), number)));
    }

    @GetMapping("/v3/pay/transactions/id/{transaction}")
    Mono<ResponseEntity<byte[]>> queryById(
            @PathVariable("transaction") String transaction, ServerWebExchange exchange) {
        return api.serve(
                exchange,
                call -> PayNotices.described(book.byTransaction(call.merchant().mchid(), transaction)));
    }

    @PostMapping("/v3/pay/transactions/out-trade-no/{number}/close")
    Mono<ResponseEntity<byte[]>> close(@PathVariable("number") String number, ServerWebExchange exchange) {
        return api.serve(exchange, call -> {
            book.close(call.merchant().mchid(), number);
            return "";
        });
    }

    @PostMapping("/v3/refund/domestic/refunds")
    Mono<ResponseEntity<byte[]>> refund(ServerWebExchange exchange) {
        return api.serve(exchange, call -> {
            var refund = book.refund(call.merchant().mchid(), call.body());
            if (refund.status().equals("PROCESSING")) {
                Mono.delay(SOON)
                        .flatMap(later -> settle(call.merchant(), refund))
                        .subscribe();
            }
            return described(refund);
        });
    }

    private Mono<Integer> settle(SimulatedMerchant merchant, PayRefund refund) {
        var status = faults.next(SETTLING, null).isPresent() ? "CLOSED" : "SUCCESS";
        var settled = book.settle(refund, status);
        return notices.refunded(merchant, book.find(refund.mchid(), refund.order()), settled);
    }

    @GetMapping("/v3/refund/domestic/refunds/{number}")
    Mono<ResponseEntity<byte[]>> refund(@PathVariable("number") String number, ServerWebExchange exchange) {
        return api.serve(exchange, call -> described(book.refund(call.merchant().mchid(), number)));
    }

    private Object described(PayRefund refund) {
        var order = book.find(refund.mchid(), refund.order());
        return Json.of(
                "refund_id", refund.id(),
                "out_refund_no", refund.number(),
                "transaction_id", Objects.requireNonNull(order.transaction()),
                "out_trade_no", order.number(),
                "channel", "ORIGINAL",
                "user_received_account", "支付用户零钱",
                "status", refund.status(),
                "amount",
                        Json.of(
                                "total",
                                order.total(),
                                "refund",
                                refund.amount(),
                                "payer_total",
                                order.total(),
                                "payer_refund",
                                refund.amount(),
                                "currency",
                                "CNY"));
    }
}
