package io.shuke.gateway.balance;

import io.shuke.gateway.wechat.Outcome;
import io.shuke.gateway.wechat.pay.Cashier;
import io.shuke.gateway.wechat.pay.PayAccount;
import io.shuke.gateway.wechat.pay.PayAccounts;
import io.shuke.gateway.wechat.pay.Repayment;
import io.shuke.gateway.wechat.pay.Trade;
import io.shuke.member.balance.Charge;
import io.shuke.member.balance.Charges;
import io.shuke.member.balance.Received;
import io.shuke.member.balance.Refund;
import io.shuke.member.balance.Refunds;
import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks WeChat Pay what became of money we have not heard of: a lost notice is made up for, an order nobody paid is closed, a
 * refund is pushed until it is done. Every node does it; what one has taken the others leave alone for a while.
 */
@Component
class Payments {

    private static final Logger LOG = LoggerFactory.getLogger(Payments.class);
    private static final int MOST = 20;

    private final PayAccounts accounts;
    private final Cashier cashier;
    private final Charges charges;
    private final Refunds refunds;
    private final Jdbc jdbc;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();

    Payments(PayAccounts accounts, Cashier cashier, Charges charges, Refunds refunds, Jdbc jdbc, Clock clock) {
        this.accounts = accounts;
        this.cashier = cashier;
        this.charges = charges;
        this.refunds = refunds;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${shuke.pay.round:5s}", initialDelayString = "${shuke.pay.round:5s}")
    void round() {
        if (running.compareAndSet(false, true)) {
            all().doFinally(done -> running.set(false)).subscribe(done -> {}, Payments::later);
        }
    }

    Mono<Void> all() {
        return jdbc.callForAll(accounts::all)
                .flatMapIterable(all -> all)
                .map(PayAccount::merchant)
                .concatMap(merchant -> workOff(merchant).onErrorResume(failure -> {
                    later(failure);
                    return Mono.empty();
                }))
                .then();
    }

    private Mono<Void> workOff(MerchantId merchant) {
        var asked = jdbc.call(merchant, () -> charges.due(MOST))
                .flatMapMany(Flux::fromIterable)
                .concatMap(charge -> alone(ask(merchant, charge)));
        var pushed = jdbc.call(merchant, () -> refunds.due(MOST))
                .flatMapMany(Flux::fromIterable)
                .concatMap(refund -> alone(push(merchant, refund)));
        return asked.thenMany(pushed).then();
    }

    /** One that fails comes round again; the others need not wait for it. */
    private static Mono<Void> alone(Mono<Void> one) {
        return one.onErrorResume(failure -> {
            later(failure);
            return Mono.empty();
        });
    }

    private Mono<Void> ask(MerchantId merchant, Charge charge) {
        return cashier.ask(merchant, charge.number())
                .flatMap(outcome -> outcome instanceof Outcome.Ok<Trade> ok
                        ? found(merchant, charge, ok.value())
                        : Mono.<Void>empty());
    }

    private Mono<Void> found(MerchantId merchant, Charge charge, Trade trade) {
        var expired = clock.instant().isAfter(charge.expiresAt());
        return switch (trade.state()) {
            case PAID -> received(merchant, charge, trade);
            case UNPAID -> expired ? close(merchant, charge) : Mono.empty();
            case CLOSED -> closed(merchant, charge);
            case ABSENT -> expired ? closed(merchant, charge) : Mono.empty();
            // Given back by hand in WeChat's own console, before we had heard of it.
            case REFUNDED -> closed(merchant, charge);
        };
    }

    private Mono<Void> received(MerchantId merchant, Charge charge, Trade trade) {
        var transaction = Objects.requireNonNull(trade.transaction(), "a payment has a number");
        var received = new Received(charge.number(), transaction, trade.amount());
        return jdbc.call(merchant, () -> charges.received(received))
                .doOnNext(receipt -> LOG.info("charge {} was paid without notice: {}", charge.number(), receipt))
                .then();
    }

    private Mono<Void> close(MerchantId merchant, Charge charge) {
        // False: somebody has paid in the last moment, and a later round finds it.
        return cashier.close(merchant, charge.number())
                .flatMap(outcome -> outcome instanceof Outcome.Ok<Boolean> ok && ok.value()
                        ? closed(merchant, charge)
                        : Mono.<Void>empty());
    }

    private Mono<Void> closed(MerchantId merchant, Charge charge) {
        return jdbc.call(merchant, () -> {
                    charges.close(charge.id());
                    return true;
                })
                .then();
    }

    private Mono<Void> push(MerchantId merchant, Refund refund) {
        return cashier.askRepayment(merchant, refund.number())
                .flatMap(outcome ->
                        outcome instanceof Outcome.Ok<Repayment.State> ok && ok.value() == Repayment.State.ABSENT
                                ? cashier.repay(merchant, repayment(refund))
                                : Mono.just(outcome))
                .flatMap(outcome -> settle(merchant, refund, outcome));
    }

    private static Repayment repayment(Refund refund) {
        return new Repayment(refund.number(), refund.chargeNumber(), refund.amount(), refund.paid(), refund.reason());
    }

    private Mono<Void> settle(MerchantId merchant, Refund refund, Outcome<Repayment.State> outcome) {
        var state = outcome instanceof Outcome.Ok<Repayment.State> ok ? ok.value() : Repayment.State.UNDERWAY;
        return switch (state) {
            case DONE -> settled(merchant, refund, true);
            case FAILED -> settled(merchant, refund, false);
            case STUCK -> stuck(merchant, refund);
            case UNDERWAY, ABSENT -> Mono.empty();
        };
    }

    private Mono<Void> stuck(MerchantId merchant, Refund refund) {
        return jdbc.call(merchant, () -> {
                    refunds.stuck(refund.id());
                    return true;
                })
                .then();
    }

    private Mono<Void> settled(MerchantId merchant, Refund refund, boolean done) {
        return jdbc.call(merchant, () -> {
                    refunds.settled(refund.id(), done);
                    return true;
                })
                .then();
    }

    private static void later(Throwable failure) {
        if (!(failure instanceof Busy)) {
            LOG.error("money on its way could not be followed: {}", failure.toString());
        }
    }
}
