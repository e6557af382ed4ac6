package io.shuke.member.balance;

import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record ChargeRow(
        long id,
        long memberId,
        String way,
        long payFen,
        long giftFen,
        int giftDays,
        String state,
        String actor,
        @Nullable String note,
        Instant openedAt,
        Instant expiresAt,
        int checks,
        @Nullable Instant checkAt,
        @Nullable Instant paidAt,
        @Nullable String payment,
        @Nullable Instant creditedAt,
        long refundedFen) {

    Charge toDomain() {
        return new Charge(
                id,
                new MemberId(memberId),
                Way.valueOf(way),
                new Fen(payFen),
                new Fen(giftFen),
                Charge.State.valueOf(state),
                openedAt,
                expiresAt,
                paidAt,
                new Fen(refundedFen));
    }

    MemberId member() {
        return new MemberId(memberId);
    }

    Charge.State is() {
        return Charge.State.valueOf(state);
    }
}
