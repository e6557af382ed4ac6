package io.shuke.member.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lock, look, decide, write: the way of every posting. */
@Component
class Bookkeeping {

    private final Journals journals;
    private final Books books;
    private final Lapses lapses;
    private final Pen pen;

    Bookkeeping(Journals journals, Books books, Lapses lapses, Pen pen) {
        this.journals = journals;
        this.books = books;
        this.lapses = lapses;
        this.pen = pen;
    }

    List<Entry> post(List<? extends Instruction> instructions) {
        var accounts =
                books.lock(instructions.stream().flatMap(Bookkeeping::concerned).toList());
        var journal = journals.open();
        recall(journal, instructions, accounts);
        books.fetchLots(giving(instructions, accounts));
        var entries = new ArrayList<Entry>(instructions.size());
        for (var one : instructions) {
            entries.add(journal.post(accounts, one));
        }
        pen.write(journal.lines());
        lapses.write(journal.lines());
        return entries;
    }

    /** What was pending may be points by now. */
    private static Stream<Owned> concerned(Instruction one) {
        var owned = new Owned(one.member(), one.asset());
        return one instanceof Reversal && one.asset().equals(Asset.PENDING_POINTS)
                ? Stream.of(owned, new Owned(one.member(), Asset.POINTS))
                : Stream.of(owned);
    }

    private static Account account(Accounts accounts, Instruction one) {
        return accounts.of(new Owned(one.member(), one.asset()));
    }

    private void recall(Journal journal, List<? extends Instruction> instructions, Accounts accounts) {
        var asked = new HashMap<Reference, Set<Account>>();
        for (var one : instructions) {
            concerned(one).forEach(owned -> ask(asked, one.reference(), accounts.of(owned)));
            if (one instanceof Reversal reversal) {
                ask(asked, reversal.original(), account(accounts, one));
            }
        }
        books.recall(journal, asked);
        var originals = new LinkedHashSet<Known>();
        for (var one : instructions) {
            if (one instanceof Reversal reversal && one.asset().expires()) {
                var original = journal.known(account(accounts, one), reversal.original());
                if (original != null) {
                    originals.add(original);
                }
            }
        }
        books.recallUses(journal, originals);
        recallLapsed(journal, instructions, accounts);
    }

    private void recallLapsed(Journal journal, List<? extends Instruction> instructions, Accounts accounts) {
        for (var one : instructions) {
            if (one instanceof Reversal reversal) {
                var account = account(accounts, one);
                var original = journal.known(account, reversal.original());
                var day = original == null ? null : original.expiresOn();
                if (original != null && day != null && day.isBefore(journal.today())) {
                    lapses.recall(journal, account, original, day);
                }
            }
        }
    }

    private static void ask(Map<Reference, Set<Account>> asked, Reference reference, Account account) {
        asked.computeIfAbsent(reference, any -> new LinkedHashSet<>()).add(account);
    }

    /** An account that only earns can do without its lots. */
    private static Set<Account> giving(List<? extends Instruction> instructions, Accounts accounts) {
        var giving = new LinkedHashSet<Account>();
        for (var one : instructions) {
            if (one.asset().expires() && !(one instanceof Movement movement && movement.change() > 0)) {
                concerned(one).forEach(owned -> giving.add(accounts.of(owned)));
            }
        }
        return giving;
    }
}
