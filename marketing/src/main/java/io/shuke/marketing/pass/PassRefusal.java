package io.shuke.marketing.pass;

import io.shuke.member.ground.Refusal;
import java.time.LocalDate;

/** Why a pass cannot be like that, be sold, be used or be taken back. */
public final class PassRefusal extends Refusal {

    private PassRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static PassRefusal impossible(String why) {
        return new PassRefusal(Kind.BAD_INPUT, "pass.impossible", why);
    }

    static PassRefusal unknownProduct() {
        return new PassRefusal(Kind.NOT_FOUND, "pass.unknown-product");
    }

    static PassRefusal changedMeanwhile() {
        return new PassRefusal(Kind.CONFLICT, "pass.changed-meanwhile");
    }

    static PassRefusal notSold() {
        return new PassRefusal(Kind.CONFLICT, "pass.not-sold");
    }

    static PassRefusal unknownPass() {
        return new PassRefusal(Kind.NOT_FOUND, "pass.unknown-pass");
    }

    static PassRefusal notYet(LocalDate from) {
        return new PassRefusal(Kind.CONFLICT, "pass.not-yet", from);
    }

    static PassRefusal over(LocalDate through) {
        return new PassRefusal(Kind.CONFLICT, "pass.over", through);
    }

    static PassRefusal usedToday(int aDay) {
        return new PassRefusal(Kind.CONFLICT, "pass.used-today", aDay);
    }

    static PassRefusal nothingToUse() {
        return new PassRefusal(Kind.CONFLICT, "pass.nothing-to-use");
    }

    static PassRefusal takenBack() {
        return new PassRefusal(Kind.CONFLICT, "pass.taken-back");
    }
}
