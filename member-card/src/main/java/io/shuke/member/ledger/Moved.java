package io.shuke.member.ledger;

import java.util.List;

/** Something moved on members' accounts. Published inside the transaction, once for all that is written together, and never for what was known already. */
public record Moved(List<Entry> entries) {

    public Moved {
        entries = List.copyOf(entries);
    }
}
