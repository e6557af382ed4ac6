package io.shuke.member.ledger;

import org.jspecify.annotations.Nullable;

/** The bounds of what an instruction carries. */
final class Wording {

    /** No shop of ours moves or owes a thousand million points or 分 in one account, and sums stay far from overflow. */
    static final long BOUND = 1_000_000_000L;

    private static final int ACTOR = 64;
    private static final int NOTE = 200;

    private Wording() {}

    static void check(String actor, @Nullable String note) {
        if (actor.isBlank() || actor.length() > ACTOR) {
            throw new IllegalArgumentException("an actor has 1 to " + ACTOR + " characters");
        }
        if (note != null && (note.isBlank() || note.length() > NOTE)) {
            throw LedgerRefusal.badNote(NOTE);
        }
    }

    static void checkAmount(long amount) {
        if (amount > BOUND || amount < -BOUND) {
            throw LedgerRefusal.outOfBounds(BOUND);
        }
        if (amount <= 0) {
            throw LedgerRefusal.notPositive();
        }
    }
}
