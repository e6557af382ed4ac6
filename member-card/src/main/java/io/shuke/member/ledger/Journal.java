package io.shuke.member.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The movements of one transaction, decided one after the other over locked accounts; what it holds in the end is written
 * at once. Pure: no database, no clock.
 */
final class Journal {

    private record Key(long account, Reference reference) {}

    private record Lapse(long account, LocalDate day) {}

    private final Instant now;
    private final LocalDate today;
    private final LongSupplier ids;
    private final Map<Key, Known> known = new HashMap<>();
    private final Map<Long, Map<LocalDate, Long>> uses = new HashMap<>();
    private final Map<Long, Long> reversed = new HashMap<>();
    private final Map<Long, Long> waived = new HashMap<>();
    private final Map<Lapse, Long> lapsed = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    Journal(Instant now, LocalDate today, LongSupplier ids) {
        this.now = now;
        this.today = today;
        this.ids = ids;
    }

    LocalDate today() {
        return today;
    }

    /** Has been in the books before, for this account or for one that was merged into it. */
    void knows(long account, Known movement) {
        known.putIfAbsent(new Key(account, movement.reference()), movement);
    }

    /** What a known movement took from lots or put into them beyond its own. */
    void knowsUses(long movement, Map<LocalDate, Long> lots) {
        uses.put(movement, lots);
    }

    /**
     * What was good through a day that is over.
     *
     * @param expired of that day's lot, less what earlier reversals have waived of it
     * @param ofThis what reversals of this one movement have waived
     */
    void knowsLapsed(Account account, Known original, LocalDate day, long expired, long ofThis) {
        lapsed.putIfAbsent(new Lapse(account.id(), day), expired);
        waived.putIfAbsent(original.id(), ofThis);
    }

    @Nullable
    Known known(Account account, Reference reference) {
        return known.get(new Key(account.id(), reference));
    }

    Entry post(Accounts accounts, Instruction asked) {
        var account = accounts.of(new Owned(asked.member(), asked.asset()));
        if (asked instanceof Movement movement) {
            return post(account, Posting.of(movement, today));
        }
        var matured = asked.asset().equals(Asset.PENDING_POINTS)
                ? accounts.of(new Owned(asked.member(), Asset.POINTS))
                : account;
        return reverse(account, matured, (Reversal) asked);
    }

    /** Decides a movement; the same one again, in this transaction or ever before, yields the first one's entry. */
    Entry post(Account account, Posting posting) {
        var first = known(account, posting.reference());
        if (first != null) {
            if (!first.asksTheSameAs(posting)) {
                throw LedgerRefusal.referenceConflict(posting.reference());
            }
            return first.toEntry(account.owned());
        }
        var line = account.post(ids.getAsLong(), posting, now, today);
        lines.add(line);
        var posted = line.toKnown();
        knows(account.id(), posted);
        knowsUses(posted.id(), line.uses());
        return posted.toEntry(account.owned());
    }

    /** @param matured where what was pending has gone meanwhile; the same account for everything else */
    private Entry reverse(Account account, Account matured, Reversal asked) {
        var original = known(account, asked.original());
        if (original == null) {
            throw LedgerRefusal.noSuchMovement(asked.original());
        }
        var done = reversed.getOrDefault(original.id(), original.reversed() + waived.getOrDefault(original.id(), 0L));
        for (var before : List.of(matured, account)) {
            if (known(before, asked.reference()) != null) {
                return post(before, Posting.of(asked, original, 0, new Effect.Empty()));
            }
        }
        original.refuseUnlessReversible();
        var left = Math.abs(original.amount()) - done;
        if (left == 0) {
            throw LedgerRefusal.alreadyReversed(asked.original());
        }
        var part = asked.amount() == null ? left : asked.amount();
        if (part > left) {
            throw LedgerRefusal.moreThanOriginal(left);
        }
        reversed.put(original.id(), done + part);
        var gone = matured == account ? waive(account, original, part) : 0;
        var here = matured == account ? part - gone : stillPending(account, original, part);
        var entry = here == 0 && gone == 0
                ? null
                : post(
                        account,
                        Posting.of(asked, original, here, undo(original, done)).waiving(gone));
        return entry != null && here + gone == part
                ? entry
                : post(matured, Posting.of(asked, original, part - here, new Effect.TakeBack(Map.of())));
    }

    /** What has expired is gone already: whoever returns the goods does not lose those points a second time. */
    private long waive(Account account, Known original, long part) {
        var day = original.expiresOn();
        if (day == null || original.amount() < 0) {
            return 0;
        }
        var lapse = new Lapse(account.id(), day);
        var gone = Math.min(part, lapsed.getOrDefault(lapse, 0L));
        lapsed.merge(lapse, -gone, Long::sum);
        return gone;
    }

    private static long stillPending(Account account, Known original, long part) {
        var day = original.expiresOn();
        return day == null ? part : Math.min(part, account.lots().on(day));
    }

    Effect undo(Known original, long done) {
        return original.undo(uses.getOrDefault(original.id(), Map.of()), done);
    }

    List<Line> lines() {
        return lines;
    }
}
