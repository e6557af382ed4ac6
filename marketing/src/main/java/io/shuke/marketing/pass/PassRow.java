package io.shuke.marketing.pass;

import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record PassRow(
        long id,
        long productId,
        long memberId,
        String reference,
        String title,
        String what,
        int aDay,
        int percent,
        long priceFen,
        LocalDate fromDay,
        LocalDate throughDay,
        Instant soldAt,
        String soldBy,
        @Nullable Instant endedAt) {

    Pass toDomain() {
        return new Pass(
                id,
                new PassProductId(productId),
                new MemberId(memberId),
                title,
                PassProductRow.benefit(what, aDay, percent),
                new Fen(priceFen),
                fromDay,
                throughDay,
                endedAt != null);
    }
}
