package io.shuke.member.level;

import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberLeft;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.purchase.Summaries;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What becomes of levels when members become one, two again, or leave. One person has the better of the two levels, and what
 * both did counts together. The absorbed one's row stays, so that an undo gives each his own.
 */
@Component
class Handover {

    private final StandingBook book;
    private final LadderMapper mapper;
    private final Summaries summaries;
    private final Merchants merchants;
    private final Clock clock;

    Handover(StandingBook book, LadderMapper mapper, Summaries summaries, Merchants merchants, Clock clock) {
        this.book = book;
        this.mapper = mapper;
        this.summaries = summaries;
        this.merchants = merchants;
        this.clock = clock;
    }

    @EventListener
    void on(MergedMembers merged) {
        var kept = hold(merged.kept());
        var absorbed = hold(merged.absorbed());
        write(kept.with(kept.months().plus(absorbed.months(), 1)).at(Math.max(kept.step(), absorbed.step())));
    }

    @EventListener
    void on(MergeUndone undone) {
        var kept = hold(undone.kept());
        var restored = hold(undone.restored());
        write(kept.with(kept.months().plus(restored.months(), -1)));
        summaries.rank(restored.member(), restored.step());
    }

    @EventListener
    void on(MemberLeft left) {
        mapper.forget(left.member().value());
    }

    private Standing hold(MemberId member) {
        return book.hold(
                member, LocalDate.now(clock.withZone(merchants.current().zone())));
    }

    private void write(Standing standing) {
        book.write(standing);
        summaries.rank(standing.member(), standing.step());
    }
}
