package io.shuke.member.points;

import io.shuke.member.membership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Takes an earlier movement back, wholly or in part, once.
 *
 * @param original the reference the movement was posted with
 * @param amount how much of it, as a positive number; null for all of it
 */
public record Reversal(
        MemberId member,
        Reference original,
        Reference reference,
        Reason reason,
        @Nullable Points amount,
        String actor,
        @Nullable String note) {

    public Reversal {
        if (!reason.is(Reason.Kind.REVERSES)) {
            throw new IllegalArgumentException(reason + " reverses nothing");
        }
        if (amount != null && !amount.isPositive()) {
            throw PointsRefusal.notPositive();
        }
        Wording.check(actor, note);
    }

    public static Reversal of(MemberId member, Reference original, Reference reference, Reason reason) {
        return new Reversal(member, original, reference, reason, null, "system", null);
    }

    /** Only so much of it, as a positive number. */
    public Reversal only(Points part) {
        return new Reversal(member, original, reference, reason, part, actor, note);
    }

    public Reversal by(String actor) {
        return new Reversal(member, original, reference, reason, amount, actor, note);
    }

    public Reversal noting(String note) {
        return new Reversal(member, original, reference, reason, amount, actor, note);
    }
}
