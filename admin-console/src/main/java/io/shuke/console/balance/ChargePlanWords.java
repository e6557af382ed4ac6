package io.shuke.console.balance;

import io.shuke.member.balance.ChargePlan;
import io.shuke.member.ground.Fen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A charge plan as the merchant would tell it to a guest. */
final class ChargePlanWords {

    private ChargePlanWords() {}

    static List<String> of(ChargePlan plan) {
        var words = new ArrayList<String>();
        for (var offer : plan.offers()) {
            var text = "充 " + yuan(offer.pay()) + " 元";
            if (offer.gift().value() > 0) {
                text += "送 " + yuan(offer.gift()) + " 元，赠送金";
                text += offer.giftDays() == 0 ? "一直有效" : " " + offer.giftDays() + " 天内有效";
            }
            words.add(text);
        }
        words.add(plan.offers().isEmpty() ? "目前不能充值" : "本金一直有效，每张卡最多 5000 元");
        words.add("消费时本金和赠送金按比例使用；退还本金时，按比例收回对应的赠送金");
        words.add(plan.low().value() == 0 ? "余额不足时不提醒" : "余额低于 " + yuan(plan.low()) + " 元时提醒");
        return words;
    }

    private static String yuan(Fen amount) {
        return BigDecimal.valueOf(amount.value(), 2).stripTrailingZeros().toPlainString();
    }
}
