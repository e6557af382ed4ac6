package io.shuke.gateway.wechat.pay;

import io.shuke.member.ground.Fen;
import java.time.Instant;

/**
 * What the customer is to pay.
 *
 * @param number ours, known to WeChat only once
 * @param appid the account through which the phone pays, and {@code openid} the person's name there
 * @param what the line the customer reads while paying, at most 40 characters
 */
public record Order(String number, String appid, String openid, Fen amount, String what, Instant expiresAt) {

    @Override
    public String toString() {
        return "Order[" + number + "]";
    }
}
