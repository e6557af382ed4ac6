package io.shuke.member.ledger;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a member's account (流水).
 *
 * @param change in the asset's unit
 * @param balance what the account held right after it
 */
public record Entry(
        long id,
        MemberId member,
        Asset asset,
        long change,
        long balance,
        Reason reason,
        Reference reference,
        String actor,
        @Nullable String note,
        Instant at) {

    /** In words for the customer: {@code 签到 +5}. */
    public String text() {
        var why = note == null ? reason.label() : note;
        return why + (change > 0 ? " +" : " ") + asset.words(change);
    }
}
