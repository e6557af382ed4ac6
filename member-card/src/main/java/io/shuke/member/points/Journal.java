package io.shuke.member.points;

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

    private final Instant now;
    private final LocalDate today;
    private final LongSupplier ids;
    private final Map<Key, Known> known = new HashMap<>();
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

    @Nullable
    Known known(Account account, Reference reference) {
        return known.get(new Key(account.id(), reference));
    }

    /** Decides a movement; the same one again, in this transaction or ever before, yields the first one's entry. */
    Entry post(Account account, Posting posting) {
        var first = known(account, posting.reference());
        if (first != null) {
            if (!first.asksTheSameAs(posting)) {
                throw PointsRefusal.referenceConflict(posting.reference());
            }
            return first.toEntry(account.member());
        }
        var line = account.post(ids.getAsLong(), posting, now, today);
        lines.add(line);
        var posted = line.toKnown();
        knows(account.id(), posted);
        return posted.toEntry(account.member());
    }

    List<Line> lines() {
        return lines;
    }
}
