package io.shuke.console.referral;

import io.shuke.marketing.referral.Commission;
import io.shuke.marketing.referral.ReferralPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A referral plan as the merchant would tell it to a guest. */
final class ReferralWords {

    private ReferralWords() {}

    static List<String> of(ReferralPlan plan) {
        if (!plan.inForce()) {
            return List.of("邀请好友没有奖励");
        }
        var words = new ArrayList<String>();
        if (plan.inviterOffer() != null || plan.friendOffer() != null) {
            words.addAll(coupons(plan));
        }
        if (plan.commission() != null) {
            words.addAll(commission(plan.commission(), plan.waitDays()));
        }
        return List.copyOf(words);
    }

    private static List<String> coupons(ReferralPlan plan) {
        var who = plan.inviterOffer() == null ? "好友" : plan.friendOffer() == null ? "邀请人" : "双方";
        return List.of(
                "好友入会后，首单付满 " + yuan(plan.fromFen()) + " 元，" + when(plan.waitDays()) + who + "各得一张券",
                "每位邀请人每天最多得 " + plan.aDay() + " 次，总共最多 " + plan.inAll() + " 次",
                "一天内邀请 " + plan.reviewFrom() + " 人以上，要店主过目才发",
                "好友退款，没用的券收回；用掉的，下一次奖励不再发");
    }

    private static List<String> commission(Commission commission, int waitDays) {
        var second = commission.permille().size() == 1
                ? "，只有一级"
                : "；好友的好友消费得 " + percent(commission.permille().get(1)) + "，到此为止";
        return List.of(
                "好友每次消费，" + when(waitDays) + "邀请人得实付的 "
                        + percent(commission.permille().get(0)) + "，进储值" + second,
                "自己消费过 " + commission.fromVisits() + " 次的会员才有佣金；好友退款，佣金按比例收回");
    }

    private static String percent(int permille) {
        return BigDecimal.valueOf(permille, 1).stripTrailingZeros().toPlainString() + "%";
    }

    private static String when(int days) {
        return days == 0 ? "当晚" : "过 " + days + " 天退货期，";
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString();
    }
}
