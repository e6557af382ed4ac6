package io.shuke.member.ledger;

import io.shuke.member.ground.Clause;
import io.shuke.member.ground.MerchantScope;
import java.time.LocalDate;

/** What can be asked of what a member owns. */
public final class LedgerClauses {

    private LedgerClauses() {}

    /** Owns some that is good for the last time on one of these days. */
    public static Clause ends(Asset asset, LocalDate first, LocalDate last) {
        return Clause.of(
                "s.member_id IN (SELECT a.member_id FROM lot l JOIN ledger_account a ON a.merchant_id = l.merchant_id"
                        + " AND a.id = l.account_id WHERE l.merchant_id = ? AND l.expires_on >= ? AND l.expires_on <= ?"
                        + " AND l.remaining > 0 AND a.asset = ?)",
                MerchantScope.current().value(),
                first,
                last,
                asset.code());
    }
}
