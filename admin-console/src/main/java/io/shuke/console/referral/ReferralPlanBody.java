package io.shuke.console.referral;

import io.shuke.marketing.referral.ReferralPlan;
import io.shuke.member.ground.Ids;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebInputException;

/**
 * The plan as it is asked for.
 *
 * @param rewardFor what is to be rewarded; only {@code FIRST_BILL} may be, and what else is asked for is refused by name
 * @param commissionLevels how deep commission is to go
 * @param version which was changed; without it the change is made whatever is in force
 */
record ReferralPlanBody(
        boolean inForce,
        @Nullable String inviterOfferId,
        @Nullable String friendOfferId,
        long fromFen,
        int waitDays,
        int aDay,
        int inAll,
        int reviewFrom,
        @Nullable List<@Nullable String> rewardFor,
        @Nullable Integer commissionLevels,
        @Nullable Integer version) {

    ReferralPlan toDomain() {
        var deeds = new ArrayList<String>();
        for (var deed : rewardFor == null ? List.<@Nullable String>of() : rewardFor) {
            if (deed == null) {
                throw new ServerWebInputException("rewardFor");
            }
            deeds.add(deed);
        }
        ReferralPlan.refuseForbidden(deeds, commissionLevels == null ? 0 : commissionLevels);
        return new ReferralPlan(
                inForce, offer(inviterOfferId), offer(friendOfferId), fromFen, waitDays, aDay, inAll, reviewFrom);
    }

    private static @Nullable Long offer(@Nullable String id) {
        if (id == null) {
            return null;
        }
        var read = Ids.read(id);
        if (read.isEmpty()) {
            throw new ServerWebInputException("an offer's id");
        }
        return read.getAsLong();
    }
}
