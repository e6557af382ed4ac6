package io.shuke.member.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A movement as the ledger decides it.
 *
 * @param expiresOn of an earning in an asset that expires: its last day
 * @param reverses the id of the movement it takes back
 * @param waived how much of what it takes back had expired already, and so is gone
 * @param content a hash of what was asked, without what the ledger added
 */
record Posting(
        long change,
        Reason reason,
        Reference reference,
        String actor,
        @Nullable String note,
        Counter counter,
        Effect effect,
        @Nullable LocalDate expiresOn,
        @Nullable Long reverses,
        long waived,
        byte[] content) {

    static Posting of(Movement asked, LocalDate today) {
        var given = asked.expiresOn();
        var day = given == null ? Lifetime.ofEarned(asked.asset(), today) : given;
        var earns = asked.change() > 0;
        if (earns && given == null && asked.asset().equals(Asset.PENDING_POINTS)) {
            throw new IllegalArgumentException("pending points have a day of release");
        }
        return new Posting(
                asked.change(),
                asked.reason(),
                asked.reference(),
                asked.actor(),
                asked.note(),
                Counter.of(asked.reason()),
                earns ? new Effect.Earn(day) : new Effect.Spend(),
                earns && asked.asset().expires() ? day : null,
                null,
                0,
                hash(asked.reason(), asked.change(), asked.note(), given));
    }

    /** @param part how much of the original it takes back, as a positive number */
    static Posting of(Reversal asked, Known original, long part, Effect effect) {
        return new Posting(
                original.amount() > 0 ? -part : part,
                asked.reason(),
                asked.reference(),
                asked.actor(),
                asked.note(),
                Counter.of(original.reason()),
                effect,
                null,
                original.id(),
                0,
                hash(asked.reason(), asked.amount(), asked.note(), original.id()));
    }

    /** So much less than asked, and the member reads why; nothing less is no news. */
    Posting waiving(long expired) {
        return expired == 0
                ? this
                : new Posting(
                        change,
                        reason,
                        reference,
                        actor,
                        note == null ? reason.label() + "（其中 " + expired + " 已过期，不再扣回）" : note,
                        counter,
                        effect,
                        expiresOn,
                        reverses,
                        expired,
                        content);
    }

    /** What the ledger does of its own accord. */
    static Posting house(long change, Reason reason, Reference reference, Effect effect) {
        return new Posting(
                change,
                reason,
                reference,
                "system",
                null,
                Counter.of(reason),
                effect,
                null,
                null,
                0,
                hash(reason, change, null, null));
    }

    private static byte[] hash(Reason reason, @Nullable Long amount, @Nullable String note, @Nullable Object more) {
        try {
            var text = reason + "\n" + (amount == null ? "" : amount) + "\n" + (more == null ? "" : more) + "\n"
                    + (note == null ? "" : note);
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
