package io.shuke.member.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A member's account while its row is locked: decides whether a movement may be, and what it leaves behind. */
final class Account {

    enum State {
        OPEN,
        FROZEN,
        MERGED,
        CLOSED
    }

    private final long id;
    private final Owned owned;
    private final State state;
    private final Lots lots = new Lots();
    private long balance;
    private long seq;
    private @Nullable Instant movedAt;
    private final boolean absorbs;

    Account(long id, Owned owned, State state, long balance, long seq, @Nullable Instant movedAt, boolean absorbs) {
        this.id = id;
        this.owned = owned;
        this.state = state;
        this.balance = balance;
        this.seq = seq;
        this.movedAt = movedAt;
        this.absorbs = absorbs;
    }

    /**
     * The next line of this account. Its time is never before the one before it, even when the clock of this machine is.
     */
    Line post(long movement, Posting posting, Instant now, LocalDate today) {
        check(posting, today);
        var before = Math.max(balance, 0);
        balance += posting.change();
        if (asset().expires()) {
            posting.effect().follow(lots, Math.max(balance, 0) - before, today);
        }
        seq++;
        movedAt = movedAt == null || movedAt.isBefore(now) ? now : movedAt;
        return new Line(movement, this, posting, seq, balance, movedAt, lots.changed());
    }

    private void check(Posting posting, LocalDate today) {
        if (!posting.reason().is(Reason.Kind.KEEPS_HOUSE)) {
            refuseUnlessOpen();
        }
        if (posting.effect() instanceof Effect.Spend && balance + posting.change() < 0) {
            throw LedgerRefusal.insufficient(asset(), balance, -posting.change());
        }
        if (posting.effect() instanceof Effect.Earn earn && earn.expiresOn().isBefore(today)) {
            throw LedgerRefusal.expiryInThePast();
        }
        if (Math.abs(balance + posting.change()) > Wording.BOUND) {
            throw LedgerRefusal.tooMany(Wording.BOUND);
        }
    }

    /** Nothing more is opened for a member whose points have gone to another one, or for good. */
    void refuseNewNeighbours() {
        if (state == State.MERGED || state == State.CLOSED) {
            throw LedgerRefusal.accountClosed();
        }
    }

    private void refuseUnlessOpen() {
        switch (state) {
            case OPEN -> {}
            case FROZEN -> throw LedgerRefusal.accountFrozen();
            case MERGED, CLOSED -> throw LedgerRefusal.accountClosed();
        }
    }

    long id() {
        return id;
    }

    Owned owned() {
        return owned;
    }

    Asset asset() {
        return owned.asset();
    }

    State state() {
        return state;
    }

    long balance() {
        return balance;
    }

    /** Whether other accounts were merged into this one. */
    boolean absorbs() {
        return absorbs;
    }

    Lots lots() {
        return lots;
    }
}
