package io.shuke.marketing.referral;

import java.util.List;

/**
 * What an inviter earns on everything his friends buy, as stored value. One level is his own friends, the second their
 * friends; the law against pyramid selling has no third.
 *
 * @param permille of what a friend pays with his own money, in ‰, level by level
 * @param fromVisits how often somebody must have bought here himself, to earn it: a threshold of custom and not of money,
 *     for the same law forbids fees to be let in
 */
public record Commission(List<Integer> permille, int fromVisits) {

    private static final int MOST_LEVELS = 2;
    private static final int MOST_PERMILLE = 200;

    public Commission {
        permille = List.copyOf(permille);
        if (permille.size() > MOST_LEVELS) {
            throw ReferralRefusal.levelsForbidden();
        }
        ReferralPlan.refuseUnless(!permille.isEmpty(), "佣金至少有一级");
        ReferralPlan.refuseUnless(
                permille.stream().allMatch(rate -> rate >= 1 && rate <= MOST_PERMILLE), "每级佣金在 0.1% 到 20% 之间");
        ReferralPlan.refuseUnless(permille.get(permille.size() - 1) <= permille.get(0), "第二级佣金不高于第一级");
        ReferralPlan.refuseUnless(fromVisits >= 1 && fromVisits <= 1000, "自己消费过 1 到 1000 次的会员才有佣金");
    }

    int levels() {
        return permille.size();
    }

    /** @param level from 1 on */
    int permilleOf(int level) {
        return permille.get(level - 1);
    }
}
