package io.shuke.member.ledger;

import io.shuke.member.ground.Refusal;

/** What the ledger says no to. */
public final class LedgerRefusal extends Refusal {

    private LedgerRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static LedgerRefusal outOfBounds(long bound) {
        return new LedgerRefusal(Kind.BAD_INPUT, "ledger.out-of-bounds", bound);
    }

    static LedgerRefusal notPositive() {
        return new LedgerRefusal(Kind.BAD_INPUT, "ledger.not-positive");
    }

    static LedgerRefusal badReference() {
        return new LedgerRefusal(Kind.BAD_INPUT, "ledger.bad-reference");
    }

    static LedgerRefusal badNote(int longest) {
        return new LedgerRefusal(Kind.BAD_INPUT, "ledger.bad-note", longest);
    }

    static LedgerRefusal badCursor() {
        return new LedgerRefusal(Kind.BAD_INPUT, "ledger.bad-cursor");
    }

    static LedgerRefusal expiryInThePast() {
        return new LedgerRefusal(Kind.BAD_INPUT, "ledger.expiry-in-the-past");
    }

    /** Each kind of asset says no in its own words: the callers of the doors tell them apart. */
    static LedgerRefusal insufficient(Asset asset, long balance, long need) {
        if (asset.equals(Asset.POINTS)) {
            return new LedgerRefusal(Kind.CONFLICT, "points.insufficient", balance, need);
        }
        if (asset.isMoney()) {
            return new LedgerRefusal(Kind.CONFLICT, "balance.insufficient", asset.words(balance), asset.words(need));
        }
        return new LedgerRefusal(Kind.CONFLICT, "ledger.insufficient", balance, need);
    }

    static LedgerRefusal tooMany(long bound) {
        return new LedgerRefusal(Kind.CONFLICT, "ledger.too-many", bound);
    }

    static LedgerRefusal referenceConflict(Reference reference) {
        return new LedgerRefusal(Kind.CONFLICT, "ledger.reference-conflict", reference.value());
    }

    static LedgerRefusal accountFrozen() {
        return new LedgerRefusal(Kind.CONFLICT, "ledger.account-frozen");
    }

    static LedgerRefusal accountClosed() {
        return new LedgerRefusal(Kind.CONFLICT, "ledger.account-closed");
    }

    static LedgerRefusal noSuchMovement(Reference reference) {
        return new LedgerRefusal(Kind.NOT_FOUND, "ledger.no-such-movement", reference.value());
    }

    static LedgerRefusal notReversible(Reference reference) {
        return new LedgerRefusal(Kind.CONFLICT, "ledger.not-reversible", reference.value());
    }

    static LedgerRefusal alreadyReversed(Reference reference) {
        return new LedgerRefusal(Kind.CONFLICT, "ledger.already-reversed", reference.value());
    }

    /** @param left what of the original has not been taken back yet */
    static LedgerRefusal moreThanOriginal(long left) {
        return new LedgerRefusal(Kind.CONFLICT, "ledger.more-than-original", left);
    }

    static LedgerRefusal noSuchHold(Reference reference) {
        return new LedgerRefusal(Kind.NOT_FOUND, "ledger.no-such-hold", reference.value());
    }

    static LedgerRefusal holdOver(Reference reference) {
        return new LedgerRefusal(Kind.CONFLICT, "ledger.hold-over", reference.value());
    }

    static LedgerRefusal noSuchAlert() {
        return new LedgerRefusal(Kind.NOT_FOUND, "ledger.no-such-alert");
    }

    static LedgerRefusal alertSettled() {
        return new LedgerRefusal(Kind.CONFLICT, "ledger.alert-settled");
    }

    static LedgerRefusal badReason(int shortest, int longest) {
        return new LedgerRefusal(Kind.BAD_INPUT, "ledger.bad-reason", shortest, longest);
    }

    static LedgerRefusal moneyLeft(long fen) {
        return new LedgerRefusal(Kind.CONFLICT, "balance.not-paid-back", Asset.PRINCIPAL.words(fen));
    }
}
