package io.shuke.member.membership;

import io.shuke.member.membership.MergeMapper.Moved;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Hands the rows of one member to another, remembers which, and hands them back. */
@Component
class Moves {

    record Side(long member, MemberKey key) {}

    private final IdentityMapper identities;
    private final DateMapper dates;
    private final ConsentMapper consents;
    private final MergeMapper merges;

    Moves(IdentityMapper identities, DateMapper dates, ConsentMapper consents, MergeMapper merges) {
        this.identities = identities;
        this.dates = dates;
        this.consents = consents;
        this.merges = merges;
    }

    void over(long merge, Side from, Side to) {
        for (var row : identities.of(from.member())) {
            merges.insertMove(merge, Moved.IDENTITY, row.id());
            move(row, from, to);
        }
        for (var row : dates.of(from.member())) {
            merges.insertMove(merge, Moved.DATE, row.id());
            move(row, from, to);
        }
        for (long row : consents.idsOf(from.member())) {
            merges.insertMove(merge, Moved.CONSENT, row);
            consents.move(row, to.member());
        }
    }

    /** What has been deleted in the meantime stays deleted. */
    void back(long merge, Side from, Side to) {
        var movedIdentities = moved(merge, Moved.IDENTITY);
        identities.of(from.member()).stream()
                .filter(row -> movedIdentities.contains(row.id()))
                .forEach(row -> move(row, from, to));
        var movedDates = moved(merge, Moved.DATE);
        dates.of(from.member()).stream()
                .filter(row -> movedDates.contains(row.id()))
                .forEach(row -> move(row, from, to));
        moved(merge, Moved.CONSENT).forEach(row -> consents.move(row, to.member()));
    }

    private Set<Long> moved(long merge, Moved what) {
        return new HashSet<>(merges.moves(merge, what));
    }

    private void move(IdentityRow row, Side from, Side to) {
        var subject = from.key().openNullable(row.subject(), IdentityRow.SUBJECT, row.id());
        identities.move(row.id(), to.member(), to.key().sealNullable(subject, IdentityRow.SUBJECT, row.id()));
    }

    private void move(DateRow row, Side from, Side to) {
        dates.move(
                row.id(),
                to.member(),
                row.resealed(from.key(), to.member(), to.key()).content());
    }
}
