package io.shuke.member.ledger;

import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberLeaving;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves or closes accounts when their members become one, become two again, or leave. */
@Component
class Handover {

    private record Pair(Account kept, Account other) {}

    private final Journals journals;
    private final Books books;
    private final Pen pen;
    private final LedgerMapper mapper;
    private final HoldMapper holds;

    Handover(Journals journals, Books books, Pen pen, LedgerMapper mapper, HoldMapper holds) {
        this.journals = journals;
        this.books = books;
        this.pen = pen;
        this.mapper = mapper;
        this.holds = holds;
    }

    /** Everything goes over with its days; a debt goes over too. Whoever was frozen stays frozen. */
    @EventListener
    @Transactional
    public void merged(MergedMembers event) {
        var pairs = pairs(event.kept(), event.absorbed());
        books.fetchLots(pairs.stream()
                .flatMap(pair -> List.of(pair.kept(), pair.other()).stream())
                .toList());
        var journal = journals.open();
        var reference = new Reference("merge:" + event.merge());
        for (var pair : pairs) {
            var change = pair.other().balance();
            if (change != 0) {
                var lots = pair.other().lots().all();
                journal.post(pair.other(), Posting.house(-change, Reason.MERGE, reference, new Effect.Empty()));
                journal.post(pair.kept(), Posting.house(change, Reason.MERGE, reference, new Effect.Receive(lots)));
            }
        }
        pen.write(journal.lines());
        for (var pair : pairs) {
            var frozen = pair.other().state() == Account.State.FROZEN;
            mapper.merge(pair.other().id(), pair.kept().id());
            holds.moveTo(event.kept().value(), pair.other().id());
            mapper.absorb(
                    pair.kept().id(),
                    (frozen ? Account.State.FROZEN : pair.kept().state()).name());
        }
    }

    /** What went over comes back, even if some of it has been spent: then the kept account owes it. */
    @EventListener
    @Transactional
    public void undone(MergeUndone event) {
        var pairs = pairs(event.kept(), event.restored());
        books.fetchLots(pairs.stream().map(Pair::kept).toList());
        var journal = journals.open();
        var reference = new Reference("merge:" + event.merge());
        for (var pair : pairs) {
            giveBack(journal, pair, reference, new Reference("merge-undone:" + event.merge()));
        }
        pen.write(journal.lines());
        for (var pair : pairs) {
            mapper.restore(pair.other().id(), pair.kept().state().name());
            holds.moveTo(event.restored().value(), pair.other().id());
        }
    }

    private void giveBack(Journal journal, Pair pair, Reference merge, Reference undone) {
        books.recall(journal, Map.of(merge, Set.of(pair.kept(), pair.other())));
        var came = journal.known(pair.kept(), merge);
        var went = journal.known(pair.other(), merge);
        if (came != null && went != null) {
            books.recallUses(journal, List.of(came, went));
            journal.post(pair.kept(), back(journal, came, undone));
            journal.post(pair.other(), back(journal, went, undone));
        }
    }

    private static Posting back(Journal journal, Known moved, Reference reference) {
        return Posting.house(-moved.amount(), Reason.MERGE, reference, journal.undo(moved, 0));
    }

    /** Each account of the other member, with the one of the kept member that counts the same. */
    private List<Pair> pairs(MemberId kept, MemberId other) {
        var all = books.lockAll(kept, other);
        var theirs = all.of(other);
        var missing = theirs.stream()
                .map(account -> new Owned(kept, account.asset()))
                .filter(owned -> !all.has(owned))
                .toList();
        var opened = missing.isEmpty() ? all : books.lock(missing);
        var pairs = new ArrayList<Pair>();
        for (var account : theirs) {
            var owned = new Owned(kept, account.asset());
            pairs.add(new Pair(all.has(owned) ? all.of(owned) : opened.of(owned), account));
        }
        return pairs;
    }

    /**
     * What is left is forfeited, a debt forgiven; the accounts then take nothing more. Money that was paid in is not
     * forfeited: it must have been paid back.
     */
    @EventListener
    @Transactional
    public void leaving(MemberLeaving event) {
        var accounts = books.lockAll(event.member()).of(event.member());
        books.fetchLots(accounts);
        var journal = journals.open();
        for (var account : accounts) {
            if (account.asset().equals(Asset.PRINCIPAL) && account.balance() > 0) {
                throw LedgerRefusal.moneyLeft(account.balance());
            }
            if (account.balance() != 0) {
                journal.post(
                        account,
                        Posting.house(
                                -account.balance(), Reason.LEAVING, new Reference("leaving"), new Effect.Empty()));
            }
        }
        pen.write(journal.lines());
        for (var account : accounts) {
            mapper.mark(account.id(), Account.State.CLOSED.name());
            holds.drop(account.id());
        }
    }
}
