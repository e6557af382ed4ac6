package io.shuke.gateway.wechat.pay;

import io.shuke.member.ground.Fen;
import org.jspecify.annotations.Nullable;

/**
 * How WeChat sees one of our orders.
 *
 * @param transaction WeChat's own number of the payment, once there is one
 * @param amount what was to be paid; nothing for an order it does not know
 */
public record Trade(State state, @Nullable String transaction, Fen amount) {

    public enum State {
        PAID,
        UNPAID,
        CLOSED,
        /** Paid, and given back in part or whole. */
        REFUNDED,
        /** WeChat knows no such order. */
        ABSENT
    }

    static final Trade ABSENT = new Trade(State.ABSENT, null, Fen.NONE);
}
