package io.shuke.gateway.wechat.pay;

import io.shuke.member.ground.Fen;
import io.shuke.member.ground.MerchantId;

/** What WeChat Pay tells of its own accord, proven and opened. */
public sealed interface Notice {

    MerchantId merchant();

    /** @param transaction WeChat's number of the payment */
    record Paid(MerchantId merchant, String order, String transaction, Fen amount) implements Notice {}

    record Repaid(MerchantId merchant, String order, String number, Repayment.State state) implements Notice {}

    /** Genuine, and nothing to us. */
    record Other(MerchantId merchant, String kind) implements Notice {}
}
