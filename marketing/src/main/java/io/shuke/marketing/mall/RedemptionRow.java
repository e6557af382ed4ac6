package io.shuke.marketing.mall;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record RedemptionRow(
        long id,
        long giftId,
        long memberId,
        String title,
        int points,
        String code,
        String state,
        LocalDate onDay,
        Instant redeemedAt,
        LocalDate collectThrough,
        @Nullable Instant settledAt) {

    RedemptionRow settled(Redemption.State now) {
        return new RedemptionRow(
                id, giftId, memberId, title, points, code, now.name(), onDay, redeemedAt, collectThrough, settledAt);
    }

    Redemption toDomain() {
        return new Redemption(
                id,
                new GiftId(giftId),
                new MemberId(memberId),
                title,
                points,
                new PickUpCode(code),
                Redemption.State.valueOf(state),
                redeemedAt,
                collectThrough);
    }
}
