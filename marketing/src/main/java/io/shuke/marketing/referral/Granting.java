package io.shuke.marketing.referral;

import io.shuke.marketing.coupon.Award;
import io.shuke.marketing.coupon.Awarded;
import io.shuke.marketing.coupon.Coupons;
import io.shuke.marketing.coupon.Way;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Both sides' coupons of one referral, in one transaction. */
@Component
class Granting {

    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);
    private static final String LIMIT = "limit";
    private static final String LEFT = "left";

    private record Due(long referral, RewardRow.Side side, long member, long offer) {

        RewardRow given(long coupon, LocalDate today) {
            return new RewardRow(referral, side, member, RewardRow.State.GIVEN, coupon, null, today);
        }

        RewardRow netted(LocalDate today) {
            return new RewardRow(referral, side, member, RewardRow.State.NETTED, null, null, today);
        }

        RewardRow refused(String code, LocalDate today) {
            return new RewardRow(referral, side, member, RewardRow.State.REFUSED, null, code, today);
        }
    }

    private final ReferralMapper mapper;
    private final ReferralPlans plans;
    private final InviteCodes codes;
    private final Traces traces;
    private final Coupons coupons;
    private final Members members;

    Granting(
            ReferralMapper mapper,
            ReferralPlans plans,
            InviteCodes codes,
            Traces traces,
            Coupons coupons,
            Members members) {
        this.traces = traces;
        this.mapper = mapper;
        this.plans = plans;
        this.codes = codes;
        this.coupons = coupons;
        this.members = members;
    }

    /** @return false when it is not its turn: it is done already, or the inviter has had enough for today */
    @Transactional
    public boolean grant(long id, LocalDate today) {
        var row = mapper.lock(id);
        if (row == null || row.state() != Referral.State.BOUGHT || row.review()) {
            return false;
        }
        var plan = plans.version(row.plan());
        codes.hold(row.inviterId());
        if (plan.inviterOffer() != null && mapper.rewarded(row.inviterId(), today) >= plan.aDay()) {
            return false;
        }
        return !refusedAsSame(row) && reward(row, plan, today);
    }

    private boolean refusedAsSame(ReferralRow row) {
        var same = traces.same(row);
        if (same != null) {
            mapper.end(row.id(), Referral.State.REFUSED, same);
        }
        return same != null;
    }

    private boolean reward(ReferralRow row, ReferralPlan plan, LocalDate today) {
        var asked = new ArrayList<Due>();
        for (var due : due(row, plan)) {
            var refused = against(due, row, plan);
            if (refused != null) {
                mapper.insertReward(due.refused(refused, today));
            } else if (mapper.settleOne(due.member()) == 1) {
                mapper.insertReward(due.netted(today));
            } else {
                asked.add(due);
            }
        }
        give(row, asked, today);
        mapper.end(row.id(), Referral.State.REWARDED, null);
        return true;
    }

    private static List<Due> due(ReferralRow row, ReferralPlan plan) {
        var both = new ArrayList<Due>();
        if (plan.inviterOffer() != null) {
            both.add(new Due(row.id(), RewardRow.Side.INVITER, row.inviterId(), plan.inviterOffer()));
        }
        if (plan.friendOffer() != null) {
            both.add(new Due(row.id(), RewardRow.Side.FRIEND, row.inviteeId(), plan.friendOffer()));
        }
        return both;
    }

    private @Nullable String against(Due due, ReferralRow row, ReferralPlan plan) {
        if (members.idsAmong(Set.of(due.member())).isEmpty()) {
            return LEFT;
        }
        return due.side() == RewardRow.Side.INVITER && mapper.rewarded(row.inviterId(), EVER) >= plan.inAll()
                ? LIMIT
                : null;
    }

    private void give(ReferralRow row, List<Due> asked, LocalDate today) {
        var awards = asked.stream()
                .map(due ->
                        Award.automatic(due.offer(), new MemberId(due.member()), Way.REFERRAL, "referral:" + row.id()))
                .toList();
        var answers = awards.isEmpty() ? List.<Awarded>of() : coupons.give(awards);
        for (int n = 0; n < answers.size(); n++) {
            mapper.insertReward(row(asked.get(n), answers.get(n), today));
        }
    }

    private static RewardRow row(Due due, Awarded answer, LocalDate today) {
        return answer instanceof Awarded.Refused no
                ? due.refused(no.why().code(), today)
                : due.given(answer.orThrow().coupon().id(), today);
    }
}
