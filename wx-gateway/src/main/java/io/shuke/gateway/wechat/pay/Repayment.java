package io.shuke.gateway.wechat.pay;

import io.shuke.member.ground.Fen;

/**
 * Money that goes back to the customer.
 *
 * @param number ours; asking again with the same number gives nothing twice
 * @param order the number of the order it was paid with, and {@code paid} what was paid then
 */
public record Repayment(String number, String order, Fen amount, Fen paid, String why) {

    /** How WeChat sees one. */
    public enum State {
        UNDERWAY,
        DONE,
        /** The customer's card is gone or closed: it will not be done by waiting. */
        STUCK,
        /** It will not be: the money stayed with the shop. */
        FAILED,
        /** WeChat knows no such repayment. */
        ABSENT
    }
}
