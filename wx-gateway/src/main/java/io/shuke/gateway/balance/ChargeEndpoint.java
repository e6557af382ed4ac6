package io.shuke.gateway.balance;

import io.shuke.gateway.door.Customer;
import io.shuke.gateway.door.Sessions;
import io.shuke.gateway.wechat.Outcome;
import io.shuke.gateway.wechat.pay.Cashier;
import io.shuke.gateway.wechat.pay.Order;
import io.shuke.gateway.wechat.pay.Prepay;
import io.shuke.member.balance.Charge;
import io.shuke.member.balance.ChargePlans;
import io.shuke.member.balance.Charges;
import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.Identity;
import io.shuke.member.merchant.Channels;
import io.shuke.member.merchant.Merchants;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

@RestController
class ChargeEndpoint {

    record OfferedPlanBody(String id, long payFen, long giftFen, int giftDays, String text) {

        static OfferedPlanBody of(ChargePlans.Offered offered) {
            var offer = offered.offer();
            return new OfferedPlanBody(
                    Long.toString(offered.id()),
                    offer.pay().value(),
                    offer.gift().value(),
                    offer.giftDays(),
                    Amounts.words(offer));
        }
    }

    record OfferedPlansBody(
            List<OfferedPlanBody> items, @Nullable String next) {}

    record ChargeWishBody(@Nullable String planId) {

        long id() {
            return Ids.read(planId).orElseThrow(() -> new ServerWebInputException("planId"));
        }
    }

    /** @param payment what the page hands to {@code wx.requestPayment}; only in the answer that opened the charge */
    record ChargeBody(
            String id,
            Charge.State state,
            long payFen,
            long giftFen,
            long refundedFen,
            OffsetDateTime openedAt,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime paidAt,
            @Nullable Map<String, String> payment) {

        static ChargeBody of(Charge charge, ZoneId zone, @Nullable Prepay prepay) {
            var paidAt = charge.paidAt();
            return new ChargeBody(
                    Long.toString(charge.id()),
                    charge.state(),
                    charge.pay().value(),
                    charge.gift().value(),
                    charge.refunded().value(),
                    charge.openedAt().atZone(zone).toOffsetDateTime(),
                    charge.expiresAt().atZone(zone).toOffsetDateTime(),
                    paidAt == null ? null : paidAt.atZone(zone).toOffsetDateTime(),
                    prepay == null ? null : parameters(prepay));
        }

        private static Map<String, String> parameters(Prepay prepay) {
            var parameters = new LinkedHashMap<String, String>();
            parameters.put("appId", prepay.appId());
            parameters.put("timeStamp", prepay.timeStamp());
            parameters.put("nonceStr", prepay.nonceStr());
            parameters.put("package", prepay.packageValue());
            parameters.put("signType", prepay.signType());
            parameters.put("paySign", prepay.paySign());
            return parameters;
        }
    }

    private record Opened(Charge charge, Identity payer, String shop, ZoneId zone) {}

    private final Jdbc jdbc;
    private final Charges charges;
    private final ChargePlans plans;
    private final Cashier cashier;
    private final Sessions sessions;
    private final Channels channels;
    private final Merchants merchants;

    ChargeEndpoint(
            Jdbc jdbc,
            Charges charges,
            ChargePlans plans,
            Cashier cashier,
            Sessions sessions,
            Channels channels,
            Merchants merchants) {
        this.jdbc = jdbc;
        this.charges = charges;
        this.plans = plans;
        this.cashier = cashier;
        this.sessions = sessions;
        this.channels = channels;
        this.merchants = merchants;
    }

    @GetMapping("/api/charge-plans")
    Mono<OfferedPlansBody> plans(Customer customer) {
        return jdbc.call(
                customer.merchant(),
                () -> new OfferedPlansBody(
                        plans.offered().stream().map(OfferedPlanBody::of).toList(), null));
    }

    /** The charge is written down before WeChat is asked; where WeChat does not answer it closes by itself. */
    @PostMapping("/api/me/charges")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ChargeBody> open(Customer customer, @RequestBody ChargeWishBody wish) {
        var member = customer.joined();
        var plan = wish.id();
        return cashier.ready(customer.merchant())
                .then(jdbc.call(customer.merchant(), () -> {
                    var payer = payer(customer);
                    var merchant = merchants.current();
                    return new Opened(charges.open(member, plan), payer, merchant.name(), merchant.zone());
                }))
                .flatMap(opened -> cashier.order(customer.merchant(), order(opened))
                        .map(outcome -> ChargeBody.of(opened.charge(), opened.zone(), prepay(outcome))));
    }

    private Identity payer(Customer customer) {
        return sessions.identities(customer).stream()
                .filter(identity -> channels.of(identity.provider()).isPresent())
                .findFirst()
                .orElseThrow(PaymentRefusal::noPayer);
    }

    private static Order order(Opened opened) {
        var charge = opened.charge();
        return new Order(
                charge.number(),
                opened.payer().provider(),
                opened.payer().subject(),
                charge.pay(),
                "储值充值",
                charge.expiresAt());
    }

    private static Prepay prepay(Outcome<Prepay> outcome) {
        if (outcome instanceof Outcome.Ok<Prepay> ok) {
            return ok.value();
        }
        if (outcome instanceof Outcome.RetryLater<Prepay> || outcome instanceof Outcome.Unknown<Prepay>) {
            throw new Busy("WeChat Pay has not answered");
        }
        throw PaymentRefusal.notPossible();
    }

    @GetMapping("/api/me/charges/{id}")
    Mono<ChargeBody> one(Customer customer, @PathVariable long id) {
        var member = customer.joined();
        if (id <= 0) {
            throw new ServerWebInputException("id");
        }
        return jdbc.call(
                customer.merchant(),
                () -> ChargeBody.of(
                        charges.charge(member, id), merchants.current().zone(), null));
    }
}
