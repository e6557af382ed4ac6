package io.shuke.member.ledger;

import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something earned or spent, asked for by a feature; made with {@link #earn} or {@link #spend}.
 *
 * @param change in the asset's unit, positive when earned, negative when spent
 * @param note what the customer reads instead of the reason's own word
 * @param expiresOn the last day of what was earned; null leaves it to the asset's rule
 */
public record Movement(
        MemberId member,
        Asset asset,
        long change,
        Reason reason,
        Reference reference,
        String actor,
        @Nullable String note,
        @Nullable LocalDate expiresOn)
        implements Instruction {

    public Movement {
        Wording.checkAmount(Math.abs(change));
        if (!reason.is(change > 0 ? Reason.Kind.EARNS : Reason.Kind.SPENDS)) {
            throw new IllegalArgumentException(reason + " cannot move " + change);
        }
        if (expiresOn != null && !asset.expires()) {
            throw new IllegalArgumentException(asset + " does not expire");
        }
        Wording.check(actor, note);
    }

    /** @param amount a positive number */
    public static Movement earn(MemberId member, Asset asset, long amount, Reason reason, Reference reference) {
        Wording.checkAmount(amount);
        return new Movement(member, asset, amount, reason, reference, "system", null, null);
    }

    /** @param amount how much, as a positive number */
    public static Movement spend(MemberId member, Asset asset, long amount, Reason reason, Reference reference) {
        Wording.checkAmount(amount);
        return new Movement(member, asset, -amount, reason, reference, "member", null, null);
    }

    public Movement by(String actor) {
        return new Movement(member, asset, change, reason, reference, actor, note, expiresOn);
    }

    public Movement noting(String note) {
        return new Movement(member, asset, change, reason, reference, actor, note, expiresOn);
    }

    /** Tells the customer what stands behind it, instead of the reason's own word. */
    public Movement because(Cause cause) {
        return noting(cause.text());
    }

    public Movement goodThrough(LocalDate day) {
        return new Movement(member, asset, change, reason, reference, actor, note, day);
    }
}
