package io.shuke.marketing.checkin;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.time.LocalDate;

record GrantRow(
        long id, long memberId, String rule, LocalDate onDay, String kind, String text, int points, Instant grantedAt) {

    Reward toReward() {
        return new Reward(Reward.Kind.valueOf(kind), text, points);
    }

    RewardGranted toFact() {
        return new RewardGranted(id, new MemberId(memberId), onDay, toReward());
    }
}
