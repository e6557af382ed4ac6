package io.shuke.marketing.mall;

import java.time.LocalDate;

/**
 * A gift as it stands.
 *
 * @param version counts the changes the shop has made to it
 * @param given how many have gone, those that came back not counted
 * @param offered false while the shop holds it back
 */
public record Gift(GiftId id, int version, GiftTerms terms, int given, boolean offered) {

    public int remaining() {
        return Math.max(0, terms.stock() - given);
    }

    /**
     * How much of it has gone already.
     *
     * @param today to all members together today
     * @param member to this member in all
     * @param memberToday to this member today
     */
    record Taken(int today, int member, int memberToday) {}

    /**
     * Whether this member may have one more, in the order in which a person would ask.
     *
     * @param visitor who asks
     * @param today in the shop's zone
     * @throws GiftRefusal with the first thing that stands against it
     */
    void refuseUnlessFor(Visitor visitor, Taken taken, LocalDate today) {
        var limits = terms.limits();
        if (!offered || terms.through() != null && today.isAfter(terms.through())) {
            throw GiftRefusal.ended();
        }
        if (terms.from() != null && today.isBefore(terms.from())) {
            throw GiftRefusal.notStarted(terms.from());
        }
        if (visitor.step() < limits.level()) {
            throw GiftRefusal.levelTooLow(visitor.nameOf(limits.level()));
        }
        if (visitor.visits() < limits.visits()) {
            throw GiftRefusal.tooFewVisits(limits.visits(), visitor.visits());
        }
        if (reached(limits.perMember(), taken.member())) {
            throw GiftRefusal.limitReached(limits.perMember());
        }
        if (reached(limits.perMemberADay(), taken.memberToday())) {
            throw GiftRefusal.limitReachedToday(limits.perMemberADay());
        }
        if (remaining() == 0) {
            throw GiftRefusal.soldOut();
        }
        if (reached(limits.aDay(), taken.today())) {
            throw GiftRefusal.soldOutToday(limits.aDay());
        }
    }

    private static boolean reached(int limit, int taken) {
        return limit > 0 && taken >= limit;
    }
}
