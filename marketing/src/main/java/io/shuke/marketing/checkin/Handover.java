package io.shuke.marketing.checkin;

import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What becomes of check-ins when two members turn out to be one person: a day counts if either of them came, and the kept
 * member's streaks are reckoned anew.
 */
@Component
class Handover {

    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

    private final CheckInMapper mapper;

    Handover(CheckInMapper mapper) {
        this.mapper = mapper;
    }

    @EventListener
    void on(MergedMembers merged) {
        var kept = merged.kept().value();
        var days = new HashSet<LocalDate>();
        all(kept).forEach(row -> days.add(row.onDay()));
        for (var row : all(merged.absorbed().value())) {
            if (days.add(row.onDay())) {
                mapper.insertMerged(row.of(kept), merged.merge());
            }
        }
        mapper.moveGrants(merged.absorbed().value(), kept, merged.merge());
        reckon(kept);
    }

    @EventListener
    void on(MergeUndone undone) {
        mapper.dropMerged(undone.kept().value(), undone.merge());
        mapper.returnGrants(undone.kept().value(), undone.restored().value(), undone.merge());
        reckon(undone.kept().value());
    }

    private List<CheckInRow> all(long member) {
        return mapper.between(member, EVER, ALWAYS);
    }

    private void reckon(long member) {
        @Nullable Streak streak = null;
        for (var row : all(member)) {
            streak = streak == null ? Streak.startingOn(row.onDay()) : streak.continuedOn(row.onDay());
            if (streak.length() != row.streak()) {
                mapper.lengthen(member, row.onDay(), streak.length());
            }
        }
    }
}
