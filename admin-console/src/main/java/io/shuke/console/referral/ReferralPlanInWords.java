package io.shuke.console.referral;

import io.shuke.marketing.referral.ReferralPlans;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param words the same for people, a line for each rule */
record ReferralPlanInWords(
        boolean inForce,
        @Nullable String inviterOfferId,
        @Nullable String friendOfferId,
        long fromFen,
        int waitDays,
        int aDay,
        int inAll,
        int reviewFrom,
        ReferralPlanBody.@Nullable CommissionBody commission,
        List<String> words,
        int version) {

    static ReferralPlanInWords of(ReferralPlans.Version newest) {
        var plan = newest.plan();
        return new ReferralPlanInWords(
                plan.inForce(),
                id(plan.inviterOffer()),
                id(plan.friendOffer()),
                plan.fromFen(),
                plan.waitDays(),
                plan.aDay(),
                plan.inAll(),
                plan.reviewFrom(),
                ReferralPlanBody.CommissionBody.of(plan.commission()),
                ReferralWords.of(plan),
                newest.number());
    }

    private static @Nullable String id(@Nullable Long offer) {
        return offer == null ? null : offer.toString();
    }
}
