package io.shuke.member.points;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A movement as the ledger decides it.
 *
 * @param reverses the id of the movement it takes back
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
        @Nullable Long reverses,
        byte[] content) {

    static Posting of(Movement asked, LocalDate today) {
        var change = asked.change().value();
        var day = asked.expiresOn();
        var effect = change < 0 ? new Effect.Spend() : new Effect.Earn(day == null ? Lifetime.ofEarned(today) : day);
        return new Posting(
                change,
                asked.reason(),
                asked.reference(),
                asked.actor(),
                asked.note(),
                Counter.of(asked.reason()),
                effect,
                null,
                hash(asked.reason(), change, asked.note(), day));
    }

    static Posting of(Reversal asked, Known original, Effect effect) {
        var part = asked.amount() == null
                ? Math.abs(original.amount())
                : asked.amount().value();
        var change = original.amount() > 0 ? -part : part;
        return new Posting(
                change,
                asked.reason(),
                asked.reference(),
                asked.actor(),
                asked.note(),
                Counter.of(original.reason()),
                effect,
                original.id(),
                hash(asked.reason(), change, asked.note(), original.id()));
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
                hash(reason, change, null, null));
    }

    @Nullable
    LocalDate expiresOn() {
        return effect instanceof Effect.Earn earn ? earn.expiresOn() : null;
    }

    private static byte[] hash(Reason reason, long change, @Nullable String note, @Nullable Object more) {
        try {
            var text = reason + "\n" + change + "\n" + (more == null ? "" : more) + "\n" + (note == null ? "" : note);
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
