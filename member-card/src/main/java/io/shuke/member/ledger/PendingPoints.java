package io.shuke.member.ledger;

import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets pending points become points on their day. Stopped anywhere, the next run goes on where this one was, and two runs
 * at once do nothing twice, because a lot is gone together with what it becomes.
 */
@Service
public class PendingPoints {

    private final Journals journals;
    private final Books books;
    private final Pen pen;
    private final LedgerMapper mapper;

    PendingPoints(Journals journals, Books books, Pen pen, LedgerMapper mapper) {
        this.journals = journals;
        this.books = books;
        this.pen = pen;
        this.mapper = mapper;
    }

    /**
     * Releases what is due on that day or before it, at most so many lots' accounts; asked again until it says 0. Frozen
     * accounts wait.
     */
    @Transactional
    public int release(LocalDate day, int batch) {
        var members = mapper.maturing(day, batch).stream().map(MemberId::new).toList();
        if (members.isEmpty()) {
            return 0;
        }
        var accounts = books.lock(members.stream()
                .flatMap(member -> Stream.of(new Owned(member, Asset.PENDING_POINTS), new Owned(member, Asset.POINTS)))
                .toList());
        var pending = members.stream()
                .map(member -> accounts.of(new Owned(member, Asset.PENDING_POINTS)))
                .toList();
        var lots = books.fetchLots(pending);
        books.fetchLots(members.stream()
                .map(member -> accounts.of(new Owned(member, Asset.POINTS)))
                .toList());
        var journal = journals.open();
        for (var lot : lots) {
            if (!lot.expiresOn().isAfter(day)) {
                release(journal, accounts, lot);
            }
        }
        pen.write(journal.lines());
        pen.dropEmptyLots(pending, day.plusDays(1));
        return members.size();
    }

    private static void release(Journal journal, Accounts accounts, Lot lot) {
        var reference = new Reference("release:" + lot.id());
        var points = accounts.of(new Owned(lot.account().owned().member(), Asset.POINTS));
        var good = Lifetime.ofEarned(Asset.POINTS, journal.today());
        journal.post(
                lot.account(),
                Posting.house(-lot.remaining(), Reason.MATURED, reference, new Effect.Expire(lot.expiresOn())));
        journal.post(points, Posting.house(lot.remaining(), Reason.MATURED, reference, new Effect.Earn(good)));
    }
}
