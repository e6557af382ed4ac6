package io.shuke.gateway.simulator;

import java.time.Instant;

/**
 * A refund at WeChat Pay.
 *
 * @param number the merchant's own, {@code id} WeChat's
 * @param amount in 分
 */
record PayRefund(
        String mchid, String order, String number, String id, int amount, String noticeUrl, Instant at, String status) {

    PayRefund now(String status) {
        return new PayRefund(mchid, order, number, id, amount, noticeUrl, at, status);
    }
}
