package io.shuke.member.points;

import io.shuke.member.membership.MemberId;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A movement that is in the books, with the member's side of it. */
record Known(
        long id,
        long account,
        Reference reference,
        byte[] content,
        Reason reason,
        @Nullable String note,
        @Nullable Long reverses,
        @Nullable LocalDate expiresOn,
        Instant at,
        long amount,
        long balanceAfter) {

    boolean asksTheSameAs(Posting posting) {
        return MessageDigest.isEqual(content, posting.content());
    }

    Entry toEntry(MemberId member) {
        return new Entry(id, member, new Points(amount), new Points(balanceAfter), reason, reference, note, at);
    }

    void refuseUnlessReversible(Reversal asked) {
        if (!reason.is(Reason.Kind.EARNS) && !reason.is(Reason.Kind.SPENDS)) {
            throw PointsRefusal.notReversible(reference);
        }
        if (asked.amount() != null && asked.amount().value() > Math.abs(amount)) {
            throw PointsRefusal.moreThanOriginal(Math.abs(amount));
        }
    }

    /** @param uses what it took from lots or put into them beyond its own */
    Effect undo(NavigableMap<LocalDate, Long> uses) {
        if (amount < 0) {
            return new Effect.GiveBack(uses);
        }
        var puts = new TreeMap<>(uses);
        if (expiresOn != null) {
            puts.merge(expiresOn, amount, Long::sum);
        }
        return new Effect.TakeBack(puts);
    }
}
