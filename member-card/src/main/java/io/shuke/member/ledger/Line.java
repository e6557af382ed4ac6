package io.shuke.member.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A decided movement, ready to be written.
 *
 * @param lots what changes in the account's lots
 */
record Line(
        long id,
        Account account,
        Posting posting,
        long seq,
        long balance,
        Instant at,
        NavigableMap<LocalDate, Long> lots) {

    private static final NavigableMap<LocalDate, Long> NOTHING = Collections.emptyNavigableMap();

    /** What changes in lots beyond the one an earning opens itself: that much the movement's own row tells. */
    NavigableMap<LocalDate, Long> uses() {
        var opened = posting.expiresOn();
        if (opened == null) {
            return lots;
        }
        if (lots.size() == 1 && lots.firstEntry().getValue() == posting.change()) {
            return NOTHING;
        }
        var uses = new TreeMap<>(lots);
        uses.merge(opened, -posting.change(), Long::sum);
        uses.values().removeIf(none -> none == 0);
        return uses;
    }

    Known toKnown() {
        return new Known(
                id,
                account.id(),
                posting.reference(),
                posting.content(),
                posting.reason(),
                posting.actor(),
                posting.note(),
                posting.expiresOn(),
                at,
                posting.change(),
                balance,
                0);
    }
}
