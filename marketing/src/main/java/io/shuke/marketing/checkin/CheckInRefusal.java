package io.shuke.marketing.checkin;

import io.shuke.member.ground.Refusal;

/** Why a day cannot be made up, or a plan not be saved. */
public final class CheckInRefusal extends Refusal {

    private CheckInRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static CheckInRefusal makeUpToday() {
        return new CheckInRefusal(Kind.CONFLICT, "check-in.make-up-today");
    }

    static CheckInRefusal makeUpFuture() {
        return new CheckInRefusal(Kind.CONFLICT, "check-in.make-up-future");
    }

    static CheckInRefusal makeUpTooOld(int days) {
        return new CheckInRefusal(Kind.CONFLICT, "check-in.make-up-too-old", days);
    }

    static CheckInRefusal makeUpDone() {
        return new CheckInRefusal(Kind.CONFLICT, "check-in.make-up-done");
    }

    static CheckInRefusal makeUpUsedUp(int aMonth) {
        return new CheckInRefusal(Kind.CONFLICT, "check-in.make-up-used-up", aMonth);
    }

    static CheckInRefusal makeUpBeforeJoining() {
        return new CheckInRefusal(Kind.CONFLICT, "check-in.make-up-before-joining");
    }

    static CheckInRefusal planChanged() {
        return new CheckInRefusal(Kind.CONFLICT, "check-in.plan-changed");
    }

    static CheckInRefusal planImpossible(String why) {
        return new CheckInRefusal(Kind.BAD_INPUT, "check-in.plan-impossible", why);
    }
}
