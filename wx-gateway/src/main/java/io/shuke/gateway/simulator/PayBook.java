package io.shuke.gateway.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The orders and refunds of all merchants, and what may happen to them. */
final class PayBook {

    record State(List<PayOrder> orders, List<PayRefund> refunds) {}

    private final Clock clock;
    private final Map<String, PayOrder> orders = new LinkedHashMap<>();
    private final Map<String, PayRefund> refunds = new LinkedHashMap<>();
    private Runnable changed = () -> {};

    PayBook(Clock clock) {
        this.clock = clock;
    }

    synchronized void restore(State state, Runnable changed) {
        state.orders().forEach(order -> orders.put(key(order.mchid(), order.number()), order));
        state.refunds().forEach(refund -> refunds.put(key(refund.mchid(), refund.number()), refund));
        this.changed = changed;
    }

    synchronized State state() {
        return new State(List.copyOf(orders.values()), List.copyOf(refunds.values()));
    }

    /** The same order twice is one; another under the same number is refused. */
    synchronized PayOrder order(String mchid, JsonNode asked) {
        var fresh = new PayOrder(
                mchid,
                needed(asked, "appid"),
                needed(asked, "out_trade_no"),
                "wx" + Randoms.number(14) + Randoms.text(20),
                needed(asked.path("payer"), "openid"),
                amount(asked.path("amount"), "total"),
                needed(asked, "description"),
                needed(asked, "notify_url"),
                expiry(asked.path("time_expire").asString("")),
                PayOrder.State.NOTPAY,
                null,
                null,
                0);
        var known = orders.get(key(mchid, fresh.number()));
        if (known == null) {
            return keep(fresh);
        }
        return switch (known.state()) {
            case SUCCESS, REFUND -> throw PayError.paid();
            case CLOSED -> throw PayError.closed();
            case NOTPAY -> {
                if (!known.asksTheSame(fresh)) {
                    throw PayError.numberUsed();
                }
                yield known;
            }
        };
    }

    private Instant expiry(String asked) {
        try {
            return asked.isEmpty()
                    ? clock.instant().plusSeconds(7_200)
                    : OffsetDateTime.parse(asked).toInstant();
        } catch (DateTimeParseException wrong) {
            throw PayError.parameter("time_expire");
        }
    }

    synchronized PayOrder find(String mchid, String number) {
        var order = orders.get(key(mchid, number));
        if (order == null) {
            throw PayError.noOrder();
        }
        return order;
    }

    synchronized PayOrder byTransaction(String mchid, String transaction) {
        return orders.values().stream()
                .filter(order -> order.mchid().equals(mchid) && transaction.equals(order.transaction()))
                .findFirst()
                .orElseThrow(PayError::noOrder);
    }

    synchronized PayOrder byPrepay(String prepayId) {
        return orders.values().stream()
                .filter(order -> order.prepayId().equals(prepayId))
                .findFirst()
                .orElseThrow(PayError::noOrder);
    }

    synchronized PayOrder pay(PayOrder order) {
        var now = clock.instant();
        var current = find(order.mchid(), order.number());
        if (current.state() != PayOrder.State.NOTPAY) {
            throw current.state() == PayOrder.State.CLOSED ? PayError.closed() : PayError.paid();
        }
        if (now.isAfter(current.expiresAt())) {
            throw PayError.closed();
        }
        return keep(current.paid("42000" + Randoms.number(18), now));
    }

    synchronized void close(String mchid, String number) {
        var order = find(mchid, number);
        switch (order.state()) {
            case NOTPAY -> keep(order.closed());
            case CLOSED -> {}
            case SUCCESS, REFUND -> throw PayError.paid();
        }
    }

    /** Money back: the same refund twice is one. It is done a moment later. */
    synchronized PayRefund refund(String mchid, JsonNode asked) {
        var number = needed(asked, "out_refund_no");
        var order = find(mchid, needed(asked, "out_trade_no"));
        var amount = amount(asked.path("amount"), "refund");
        var known = refunds.get(key(mchid, number));
        if (known != null) {
            if (known.amount() != amount || !known.order().equals(order.number())) {
                throw PayError.invalid("退款单号重复");
            }
            return known;
        }
        if (order.state() != PayOrder.State.SUCCESS && order.state() != PayOrder.State.REFUND) {
            throw PayError.invalid("订单未支付");
        }
        if (asked.path("amount").path("total").asInt(0) != order.total() || order.refunded() + amount > order.total()) {
            throw PayError.invalid("退款金额超过订单金额");
        }
        keep(order.refunded(amount));
        return keep(new PayRefund(
                mchid,
                order.number(),
                number,
                "50300" + Randoms.number(18),
                amount,
                asked.path("notify_url").asString(""),
                clock.instant(),
                "PROCESSING"));
    }

    synchronized PayRefund refund(String mchid, String number) {
        var refund = refunds.get(key(mchid, number));
        if (refund == null) {
            throw PayError.noRefund();
        }
        return refund;
    }

    /** @param status {@code SUCCESS}, {@code CLOSED} or {@code ABNORMAL} */
    synchronized PayRefund settle(PayRefund refund, String status) {
        return keep(refund(refund.mchid(), refund.number()).now(status));
    }

    private PayOrder keep(PayOrder order) {
        orders.put(key(order.mchid(), order.number()), order);
        changed.run();
        return order;
    }

    private PayRefund keep(PayRefund refund) {
        refunds.put(key(refund.mchid(), refund.number()), refund);
        changed.run();
        return refund;
    }

    private static String key(String mchid, String number) {
        return mchid + " " + number;
    }

    private static String needed(JsonNode asked, String field) {
        @Nullable String value = asked.path(field).asString(null);
        if (value == null || value.isBlank()) {
            throw PayError.parameter(field);
        }
        return Objects.requireNonNull(value);
    }

    private static int amount(JsonNode asked, String field) {
        var amount = asked.path(field).asInt(0);
        if (amount <= 0 || !asked.path("currency").asString("CNY").equals("CNY")) {
            throw PayError.parameter("amount." + field);
        }
        return amount;
    }
}
