package io.shuke.member.ledger;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A movement that is in the books, with the member's side of it.
 *
 * @param reversed how much of it had been taken back when it was looked up, as a positive number
 */
record Known(
        long id,
        long account,
        Reference reference,
        byte[] content,
        Reason reason,
        String actor,
        @Nullable String note,
        @Nullable LocalDate expiresOn,
        Instant at,
        long amount,
        long balanceAfter,
        long reversed) {

    boolean asksTheSameAs(Posting posting) {
        return MessageDigest.isEqual(content, posting.content());
    }

    Entry toEntry(Owned owned) {
        return new Entry(id, owned.member(), owned.asset(), amount, balanceAfter, reason, reference, actor, note, at);
    }

    void refuseUnlessReversible() {
        if (!reason.is(Reason.Kind.EARNS) && !reason.is(Reason.Kind.SPENDS)) {
            throw LedgerRefusal.notReversible(reference);
        }
    }

    /**
     * @param uses what it took from lots or put into them beyond its own
     * @param done how much of it has been taken back already
     */
    Effect undo(Map<LocalDate, Long> uses, long done) {
        var moved = new TreeMap<>(uses);
        if (amount < 0) {
            moved.replaceAll((day, taken) -> -taken);
            return new Effect.GiveBack(without(done, moved.descendingMap()));
        }
        if (expiresOn != null) {
            moved.merge(expiresOn, amount, Long::sum);
        }
        return new Effect.TakeBack(without(done, moved));
    }

    /** Earlier parts were taken back in the same order, so the next begins behind them. */
    private static Map<LocalDate, Long> without(long done, Map<LocalDate, Long> ordered) {
        var rest = new LinkedHashMap<LocalDate, Long>();
        var skip = done;
        for (var one : ordered.entrySet()) {
            var skipped = Math.min(skip, one.getValue());
            skip -= skipped;
            rest.put(one.getKey(), one.getValue() - skipped);
        }
        return rest;
    }
}
