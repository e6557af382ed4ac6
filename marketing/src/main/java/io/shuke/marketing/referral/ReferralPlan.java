package io.shuke.marketing.referral;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What inviting a friend brings. The only deed there is to reward is the friend's first bill: WeChat forbids rewards for
 * sharing and following, so there is no field for them.
 *
 * @param inForce whether who joins now is counted
 * @param inviterOffer the offer whose coupon the inviter gets; null is none
 * @param friendOffer the same for the friend
 * @param fromFen what the friend must have paid on one bill, in 分
 * @param waitDays the shop's days from the bill to the coupons, 0 to 90: the time to bring goods back
 * @param aDay how many rewards one inviter gets a day; what is more waits for the next
 * @param inAll how many he gets in all
 * @param reviewFrom who brings so many friends within 24 hours is looked at by the owner first
 * @param commission on what friends buy later on; null is none
 */
public record ReferralPlan(
        boolean inForce,
        @Nullable Long inviterOffer,
        @Nullable Long friendOffer,
        long fromFen,
        int waitDays,
        int aDay,
        int inAll,
        int reviewFrom,
        @Nullable Commission commission) {

    /** The one thing that may be rewarded. */
    public static final String FIRST_BILL = "FIRST_BILL";

    public ReferralPlan {
        refuseUnless(!inForce || inviterOffer != null || friendOffer != null || commission != null, "至少一方要有奖励券，或者有佣金");
        refuseUnless(fromFen >= 1 && fromFen <= 10_000_000, "首单金额在 0.01 到 100000 元之间");
        refuseUnless(waitDays >= 0 && waitDays <= 90, "退货期在 0 到 90 天之间");
        refuseUnless(aDay >= 1 && aDay <= 1000, "每人每天的奖励在 1 到 1000 次之间");
        refuseUnless(inAll >= aDay && inAll <= 100_000, "每人总共的奖励不少于每天的，最多 100000 次");
        refuseUnless(reviewFrom >= 2 && reviewFrom <= 1000, "一天内邀请 2 到 1000 人起要店主过目");
    }

    /** Nothing is promised until the owner has chosen the coupons. */
    public static ReferralPlan none() {
        return new ReferralPlan(false, null, null, 1, 7, 5, 50, 10, null);
    }

    /**
     * Says no, with the rule's name, to what somebody may ask for and must not have.
     *
     * @param deeds what is to be rewarded
     */
    public static void refuseForbidden(Collection<String> deeds) {
        if (!Set.of(FIRST_BILL).containsAll(deeds)) {
            throw ReferralRefusal.sharingForbidden();
        }
    }

    static void refuseUnless(boolean fine, String why) {
        if (!fine) {
            throw ReferralRefusal.planImpossible(why);
        }
    }
}
