package io.shuke.gateway.simulator;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** The payment sheet that a page has opened on somebody's phone. */
@Simulated
@RestController
@RequestMapping("/sim/api/people/{id}")
class PayActEndpoint {

    /**
     * What the page is told.
     *
     * @param result {@code ok}, {@code cancel} or {@code fail}, as after {@code get_brand_wcpay_request:}
     * @param notified the status with which the merchant answered the first notice; 0 when that got lost
     */
    record Paid(
            String result, @Nullable String why, @Nullable String transaction, int notified) {}

    private final PayApi api;
    private final PayBook book;
    private final PayNotices notices;
    private final People people;
    private final Phones phones;

    PayActEndpoint(PayApi api, PayBook book, PayNotices notices, People people, Phones phones) {
        this.api = api;
        this.book = book;
        this.notices = notices;
        this.people = people;
        this.phones = phones;
    }

    /**
     * Takes what {@code POST /api/me/charges} gave the page ({@code appId, timeStamp, nonceStr, package, paySign}), as it
     * is; {@code "cancel":true} closes the sheet without paying.
     */
    @PostMapping("/pay")
    Mono<Paid> pay(@PathVariable("id") String id, @RequestBody(required = false) @Nullable String body) {
        var person = people.person(id);
        var sheet = Json.read(body == null ? "" : body);
        if (!sheet.path("package").asString("").startsWith("prepay_id=")) {
            throw SimulatorRefusal.missing("package");
        }
        if (sheet.path("cancel").asBoolean(false)) {
            return Mono.just(new Paid("cancel", null, null, 0));
        }
        return Mono.defer(() -> paid(person, sheet))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorResume(PayError.class, no -> Mono.just(new Paid("fail", no.getMessage(), null, 0)));
    }

    private Mono<Paid> paid(Person person, JsonNode sheet) {
        var order = book.byPrepay(sheet.path("package").asString("").substring("prepay_id=".length()));
        return api.merchant(order.mchid()).flatMap(merchant -> {
            refuseForged(merchant, order, sheet);
            if (!person.openid(order.appid()).equals(order.openid())) {
                throw PayError.invalid("支付者与下单者不一致");
            }
            var paid = book.pay(order);
            phones.notice(
                    person,
                    order.appid(),
                    "微信支付：%s %d.%02d 元".formatted(order.description(), order.total() / 100, order.total() % 100));
            return notices.paid(merchant, paid).map(status -> new Paid("ok", null, paid.transaction(), status));
        });
    }

    /** The phone refuses a sheet that the merchant has not signed. */
    private static void refuseForged(SimulatedMerchant merchant, PayOrder order, JsonNode sheet) {
        var message = sheet.path("appId").asString("") + "\n"
                + sheet.path("timeStamp").asString("") + "\n"
                + sheet.path("nonceStr").asString("") + "\n"
                + sheet.path("package").asString("") + "\n";
        if (!sheet.path("appId").asString("").equals(order.appid())
                || !merchant.signed(message, sheet.path("paySign").asString(""))) {
            throw PayError.invalid("支付验证签名失败");
        }
    }
}
