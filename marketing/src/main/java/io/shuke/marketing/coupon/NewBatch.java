package io.shuke.marketing.coupon;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to give to many.
 *
 * @param members null is everybody who is a member when their turn comes; at most 200 000 by name
 * @param notBefore such as the morning of a festival; null is at once
 * @param key the sender's own: the same wish twice is one batch
 */
public record NewBatch(
        long offer,
        Way way,
        @Nullable List<MemberId> members,
        @Nullable Instant notBefore,
        String key,
        String actor) {

    private static final int MOST = 200_000;

    public NewBatch {
        OfferRefusal.refuseUnless(
                members == null || !members.isEmpty() && members.size() <= MOST, "指定会员在 1 到 " + MOST + " 位之间");
    }
}
