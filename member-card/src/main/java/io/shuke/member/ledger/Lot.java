package io.shuke.member.ledger;

import java.time.LocalDate;

/** What a locked account has that expires on one day. */
record Lot(long id, Account account, LocalDate expiresOn, long remaining) {

    Posting expiry() {
        return Posting.house(-remaining, Reason.EXPIRY, new Reference("expiry:" + id), new Effect.Expire(expiresOn));
    }
}
