package io.shuke.member.points;

import io.shuke.member.ground.Refusal;

/** What the ledger says no to. */
public final class PointsRefusal extends Refusal {

    private PointsRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static PointsRefusal outOfBounds(long bound) {
        return new PointsRefusal(Kind.BAD_INPUT, "points.out-of-bounds", bound);
    }

    static PointsRefusal notPositive() {
        return new PointsRefusal(Kind.BAD_INPUT, "points.not-positive");
    }

    static PointsRefusal badReference() {
        return new PointsRefusal(Kind.BAD_INPUT, "points.bad-reference");
    }

    static PointsRefusal badNote(int longest) {
        return new PointsRefusal(Kind.BAD_INPUT, "points.bad-note", longest);
    }

    static PointsRefusal badCursor() {
        return new PointsRefusal(Kind.BAD_INPUT, "points.bad-cursor");
    }

    static PointsRefusal expiryInThePast() {
        return new PointsRefusal(Kind.BAD_INPUT, "points.expiry-in-the-past");
    }

    static PointsRefusal insufficient(long balance, long need) {
        return new PointsRefusal(Kind.CONFLICT, "points.insufficient", balance, need);
    }

    static PointsRefusal tooMany(long bound) {
        return new PointsRefusal(Kind.CONFLICT, "points.too-many", bound);
    }

    static PointsRefusal referenceConflict(Reference reference) {
        return new PointsRefusal(Kind.CONFLICT, "points.reference-conflict", reference.value());
    }

    static PointsRefusal accountFrozen() {
        return new PointsRefusal(Kind.CONFLICT, "points.account-frozen");
    }

    static PointsRefusal accountClosed() {
        return new PointsRefusal(Kind.CONFLICT, "points.account-closed");
    }

    static PointsRefusal noSuchMovement(Reference reference) {
        return new PointsRefusal(Kind.NOT_FOUND, "points.no-such-movement", reference.value());
    }

    static PointsRefusal notReversible(Reference reference) {
        return new PointsRefusal(Kind.CONFLICT, "points.not-reversible", reference.value());
    }

    static PointsRefusal alreadyReversed(Reference reference) {
        return new PointsRefusal(Kind.CONFLICT, "points.already-reversed", reference.value());
    }

    static PointsRefusal moreThanOriginal(long original) {
        return new PointsRefusal(Kind.CONFLICT, "points.more-than-original", original);
    }
}
