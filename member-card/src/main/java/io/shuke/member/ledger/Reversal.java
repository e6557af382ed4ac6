package io.shuke.member.ledger;

import io.shuke.member.membership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Takes an earlier movement back, wholly or in part. A movement may be taken back in several parts, for a bill may have
 * several refunds, but never for more than it was.
 *
 * @param original the reference the movement was posted with
 * @param amount how much of it, as a positive number; null for what has not been taken back yet
 */
public record Reversal(
        MemberId member,
        Asset asset,
        Reference original,
        Reference reference,
        Reason reason,
        @Nullable Long amount,
        String actor,
        @Nullable String note)
        implements Instruction {

    public Reversal {
        if (!reason.is(Reason.Kind.REVERSES)) {
            throw new IllegalArgumentException(reason + " reverses nothing");
        }
        if (amount != null) {
            Wording.checkAmount(amount);
        }
        Wording.check(actor, note);
    }

    public static Reversal of(MemberId member, Asset asset, Reference original, Reference reference, Reason reason) {
        return new Reversal(member, asset, original, reference, reason, null, "system", null);
    }

    /** Only so much of it, as a positive number. */
    public Reversal only(long part) {
        return new Reversal(member, asset, original, reference, reason, part, actor, note);
    }

    public Reversal by(String actor) {
        return new Reversal(member, asset, original, reference, reason, amount, actor, note);
    }

    public Reversal noting(String note) {
        return new Reversal(member, asset, original, reference, reason, amount, actor, note);
    }
}
