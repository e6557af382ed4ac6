package io.shuke.console.ledger;

import io.shuke.member.ledger.Entry;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * A line of an account as staff see it: also who did it.
 *
 * @param change in pieces, for money in 分
 */
record EntryBody(
        String id,
        String asset,
        long change,
        String reason,
        String reference,
        long balance,
        String actor,
        OffsetDateTime at,
        String text) {

    static EntryBody of(Entry entry, ZoneId zone) {
        return new EntryBody(
                Long.toString(entry.id()),
                entry.asset().code(),
                entry.change(),
                entry.reason().name(),
                entry.reference().value(),
                entry.balance(),
                entry.actor(),
                entry.at().atZone(zone).toOffsetDateTime(),
                entry.text());
    }
}
