package io.shuke.marketing.stamp;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record StampRewardRow(
        long id,
        long cardId,
        long memberId,
        int round,
        int stamps,
        String text,
        @Nullable Long couponId,
        String state,
        Instant earnedAt,
        @Nullable Instant settledAt) {

    EarnedReward toDomain() {
        return new EarnedReward(
                id,
                new StampCardId(cardId),
                new MemberId(memberId),
                text,
                couponId,
                EarnedReward.State.valueOf(state),
                earnedAt);
    }
}
