package io.shuke.member.balance;

import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record RefundRow(
        long id,
        long memberId,
        @Nullable Long chargeId,
        String way,
        long amountFen,
        long giftFen,
        String state,
        boolean credited,
        String actor,
        String reason,
        Instant openedAt,
        int checks,
        @Nullable Instant checkAt,
        @Nullable Instant doneAt) {

    Refund toDomain(long paidFen) {
        return new Refund(
                id,
                member(),
                chargeId,
                Way.valueOf(way),
                new Fen(amountFen),
                new Fen(giftFen),
                new Fen(paidFen),
                Refund.State.valueOf(state),
                reason,
                openedAt);
    }

    MemberId member() {
        return new MemberId(memberId);
    }
}
