package io.shuke.console.referral;

import io.shuke.marketing.referral.Commission;
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
 * @param commission null is none
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
        @Nullable CommissionBody commission,
        @Nullable Integer version) {

    /** @param permille of a friend's bills, level by level */
    record CommissionBody(@Nullable List<@Nullable Integer> permille, int fromVisits) {

        static @Nullable CommissionBody of(@Nullable Commission commission) {
            return commission == null
                    ? null
                    : new CommissionBody(List.copyOf(commission.permille()), commission.fromVisits());
        }

        Commission toDomain() {
            var levels = new ArrayList<Integer>();
            for (var level : permille == null ? List.<@Nullable Integer>of() : permille) {
                if (level == null) {
                    throw new ServerWebInputException("permille");
                }
                levels.add(level);
            }
            return new Commission(levels, fromVisits);
        }
    }

    ReferralPlan toDomain() {
        var deeds = new ArrayList<String>();
        for (var deed : rewardFor == null ? List.<@Nullable String>of() : rewardFor) {
            if (deed == null) {
                throw new ServerWebInputException("rewardFor");
            }
            deeds.add(deed);
        }
        ReferralPlan.refuseForbidden(deeds);
        return new ReferralPlan(
                inForce,
                offer(inviterOfferId),
                offer(friendOfferId),
                fromFen,
                waitDays,
                aDay,
                inAll,
                reviewFrom,
                commission == null ? null : commission.toDomain());
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
