package io.shuke.gateway.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order at WeChat Pay.
 *
 * @param number the merchant's own
 * @param transaction WeChat's, once paid
 * @param refunded in 分
 */
record PayOrder(
        String mchid,
        String appid,
        String number,
        String prepayId,
        String openid,
        int total,
        String description,
        String noticeUrl,
        Instant expiresAt,
        State state,
        @Nullable String transaction,
        @Nullable Instant paidAt,
        int refunded) {

    enum State {
        NOTPAY,
        SUCCESS,
        REFUND,
        CLOSED
    }

    PayOrder paid(String transaction, Instant at) {
        return with(State.SUCCESS, transaction, at, refunded);
    }

    PayOrder closed() {
        return with(State.CLOSED, transaction, paidAt, refunded);
    }

    PayOrder refunded(int more) {
        return with(State.REFUND, transaction, paidAt, refunded + more);
    }

    private PayOrder with(State state, @Nullable String transaction, @Nullable Instant paidAt, int refunded) {
        return new PayOrder(
                mchid,
                appid,
                number,
                prepayId,
                openid,
                total,
                description,
                noticeUrl,
                expiresAt,
                state,
                transaction,
                paidAt,
                refunded);
    }

    /** The same order asked for again: all of it must be the same. */
    boolean asksTheSame(PayOrder other) {
        return appid.equals(other.appid)
                && openid.equals(other.openid)
                && total == other.total
                && description.equals(other.description);
    }
}
