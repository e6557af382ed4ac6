package io.shuke.member.level;

import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands, while his row is held.
 *
 * @param since the day he came to this step
 * @param raisedFrom the step before the last rise
 * @param protectedUntil through this day a month below does not count
 * @param boostedUntil through this day points count more
 * @param below months in a row below his level
 */
public record Standing(
        MemberId member,
        int step,
        LocalDate since,
        int raisedFrom,
        @Nullable LocalDate protectedUntil,
        @Nullable LocalDate boostedUntil,
        int below,
        Months months) {

    static Standing first(MemberId member, LocalDate today) {
        return new Standing(member, 1, today, 1, null, null, 0, Months.empty(Months.number(today)));
    }

    public boolean boosted(LocalDate day) {
        return boostedUntil != null && !day.isAfter(boostedUntil);
    }

    long value(Ladder ladder, LocalDate today) {
        return months.sum(ladder.measure(), Months.number(today), ladder.windowMonths());
    }

    /** Up at once, over as many steps as it takes. */
    Standing after(Deed deed, Ladder ladder, LocalDate today) {
        var now = with(months.with(deed));
        var deserved = ladder.deserved(now.value(ladder, today));
        return deserved > step ? now.raised(deserved, ladder, today) : now;
    }

    /** What goes back takes back the rise it paid for; a level that stood before is left to the judgement. */
    Standing afterTakingBack(Deed deed, Ladder ladder, LocalDate today) {
        var now = with(months.with(deed.negated()));
        var deserved = ladder.deserved(now.value(ladder, today));
        if (deserved >= step || since.isBefore(deed.day()) || step <= raisedFrom) {
            return now;
        }
        return new Standing(member, Math.max(deserved, raisedFrom), since, raisedFrom, null, null, 0, now.months());
    }

    Standing raised(int to, Ladder ladder, LocalDate today) {
        return new Standing(
                member,
                to,
                today,
                step,
                ladder.protectionDays() == 0 ? null : today.plusDays(ladder.protectionDays()),
                ladder.boostDays() == 0 ? null : today.plusDays(ladder.boostDays() - 1L),
                0,
                months);
    }

    /** Where somebody stood elsewhere: like a rise, without its boost. */
    Standing placed(int to, Ladder ladder, LocalDate today) {
        var raised = raised(to, ladder, today);
        return new Standing(member, to, today, to, raised.protectedUntil(), null, 0, months);
    }

    Standing with(Months other) {
        return new Standing(member, step, since, raisedFrom, protectedUntil, boostedUntil, below, other);
    }

    Standing at(int other) {
        return new Standing(member, other, since, raisedFrom, protectedUntil, boostedUntil, below, months);
    }
}
