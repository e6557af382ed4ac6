package io.shuke.marketing.pass;

import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import java.time.LocalDate;

/**
 * A pass that somebody holds, on the terms it was sold on.
 *
 * @param from the first day it is good, in the shop's zone
 * @param through the last one
 * @param takenBack whether the shop has taken it back
 */
public record Pass(
        long id,
        PassProductId product,
        MemberId member,
        String title,
        PassBenefit benefit,
        Fen price,
        LocalDate from,
        LocalDate through,
        boolean takenBack) {

    public boolean isGoodOn(LocalDate day) {
        return !takenBack && !day.isBefore(from) && !day.isAfter(through);
    }

    /**
     * How often a day it can be used.
     *
     * @throws PassRefusal when it cannot be used on this day, or is nothing that is used up
     */
    int usesOn(LocalDate day) {
        if (takenBack) {
            throw PassRefusal.takenBack();
        }
        if (day.isBefore(from)) {
            throw PassRefusal.notYet(from);
        }
        if (day.isAfter(through)) {
            throw PassRefusal.over(through);
        }
        if (benefit instanceof PassBenefit.Daily daily) {
            return daily.aDay();
        }
        throw PassRefusal.nothingToUse();
    }
}
