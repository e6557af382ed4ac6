package io.shuke.gateway.balance;

import io.shuke.member.balance.ChargePlan;
import io.shuke.member.ground.Fen;
import java.math.BigDecimal;

/** Offers as customers read them. */
final class Amounts {

    private Amounts() {}

    static String words(ChargePlan.Offer offer) {
        var text = "充 " + yuan(offer.pay()) + " 元";
        if (offer.gift().value() == 0) {
            return text;
        }
        var days = offer.giftDays() == 0 ? "" : "（赠送金 " + offer.giftDays() + " 天内有效）";
        return text + "送 " + yuan(offer.gift()) + " 元" + days;
    }

    private static String yuan(Fen amount) {
        return BigDecimal.valueOf(amount.value(), 2).stripTrailingZeros().toPlainString();
    }
}
