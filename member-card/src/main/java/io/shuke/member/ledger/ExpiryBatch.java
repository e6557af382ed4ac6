package io.shuke.member.ledger;

import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class ExpiryBatch {

    /** Where a batch ended, and how many movements it made. */
    record Position(LocalDate day, long account, int expired, boolean more) {

        static final Position START = new Position(LocalDate.EPOCH, 0, 0, true);
    }

    private final Journals journals;
    private final Books books;
    private final Pen pen;
    private final LedgerMapper mapper;

    ExpiryBatch(Journals journals, Books books, Pen pen, LedgerMapper mapper) {
        this.journals = journals;
        this.books = books;
        this.pen = pen;
        this.mapper = mapper;
    }

    @Transactional
    Position run(LocalDate day, int batch, Position after) {
        var due = mapper.due(day, after.day(), after.account(), batch);
        if (due.isEmpty()) {
            return new Position(after.day(), after.account(), 0, false);
        }
        var owned = due.stream()
                .map(row -> new Owned(new MemberId(row.memberId()), new Asset(row.asset())))
                .toList();
        var accounts = books.lock(owned);
        var open = new LinkedHashSet<Account>();
        for (var one : owned) {
            if (accounts.of(one).state() != Account.State.FROZEN) {
                open.add(accounts.of(one));
            }
        }
        // Only now, under the lock, is it certain what is left in them.
        var lots = books.fetchLots(open);
        var journal = journals.open();
        for (var lot : lots) {
            if (lot.expiresOn().isBefore(day)) {
                journal.post(lot.account(), lot.expiry());
            }
        }
        pen.write(journal.lines());
        pen.dropEmptyLots(open, day);
        var last = due.get(due.size() - 1);
        return new Position(last.expiresOn(), last.accountId(), journal.lines().size(), due.size() == batch);
    }
}
