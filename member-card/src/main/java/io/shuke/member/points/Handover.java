package io.shuke.member.points;

import io.shuke.member.membership.MemberLeaving;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves or closes accounts when their members become one, become two again, or leave. */
@Component
class Handover {

    private final Journals journals;
    private final Books books;
    private final Pen pen;
    private final PointsMapper mapper;

    Handover(Journals journals, Books books, Pen pen, PointsMapper mapper) {
        this.journals = journals;
        this.books = books;
        this.pen = pen;
        this.mapper = mapper;
    }

    /** Everything goes over with its days; a debt goes over too. Whoever was frozen stays frozen. */
    @EventListener
    @Transactional
    public void merged(MergedMembers event) {
        var accounts = books.lock(List.of(event.kept(), event.absorbed()), Asset.POINTS);
        var kept = accounts.of(event.kept());
        var absorbed = accounts.of(event.absorbed());
        books.fetchLots(List.of(kept, absorbed));
        var journal = journals.open();
        var change = absorbed.balance();
        if (change != 0) {
            var lots = absorbed.lots().all();
            var reference = new Reference("merge:" + event.merge());
            journal.post(absorbed, Posting.house(-change, Reason.MERGE, reference, new Effect.Empty()));
            journal.post(kept, Posting.house(change, Reason.MERGE, reference, new Effect.Receive(lots)));
            pen.write(journal.lines());
        }
        var frozen = absorbed.state() == Account.State.FROZEN;
        mapper.merge(absorbed.id(), kept.id());
        mapper.absorb(kept.id(), (frozen ? Account.State.FROZEN : kept.state()).name());
    }

    /** What went over comes back, even if some of it has been spent: then the kept account owes it. */
    @EventListener
    @Transactional
    public void undone(MergeUndone event) {
        var accounts = books.lock(List.of(event.kept(), event.restored()), Asset.POINTS);
        var kept = accounts.of(event.kept());
        var restored = accounts.of(event.restored());
        books.fetchLots(List.of(kept));
        var journal = journals.open();
        var reference = new Reference("merge:" + event.merge());
        books.recall(journal, Map.of(reference, Set.of(kept, restored)));
        var came = journal.known(kept, reference);
        var went = journal.known(restored, reference);
        if (came != null && went != null) {
            var undone = new Reference("merge-undone:" + event.merge());
            journal.post(kept, back(came, undone));
            journal.post(restored, back(went, undone));
            pen.write(journal.lines());
        }
        mapper.restore(restored.id(), kept.state().name());
    }

    private Posting back(Known moved, Reference reference) {
        return Posting.house(-moved.amount(), Reason.MERGE, reference, moved.undo(books.uses(moved)));
    }

    /** What is left is forfeited, a debt forgiven; the account then takes nothing more. */
    @EventListener
    @Transactional
    public void leaving(MemberLeaving event) {
        var account = books.lock(List.of(event.member()), Asset.POINTS).of(event.member());
        books.fetchLots(List.of(account));
        if (account.balance() != 0) {
            var journal = journals.open();
            journal.post(
                    account,
                    Posting.house(-account.balance(), Reason.LEAVING, new Reference("leaving"), new Effect.Empty()));
            pen.write(journal.lines());
        }
        mapper.mark(account.id(), Account.State.CLOSED.name());
    }
}
