package io.shuke.member.ledger;

import io.shuke.member.ground.MerchantScope;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What has expired and is taken back later: reads how much there was, and writes down what is waived; see {@link Books}. */
@Repository
class Lapses {

    private final JdbcTemplate database;

    Lapses(JdbcTemplate database) {
        this.database = database;
    }

    /** Tells the journal how much of that day's lot has expired and was not waived yet; rare, so one by one. */
    void recall(Journal journal, Account account, Known original, LocalDate day) {
        var expired = sum(
                "SELECT COALESCE(-SUM(u.amount), 0) FROM lot_use u JOIN movement m ON m.merchant_id = u.merchant_id"
                        + " AND m.id = u.movement_id WHERE u.merchant_id = ? AND u.account_id IN (?, ?)"
                        + " AND u.expires_on = ? AND m.reason = 'EXPIRY'",
                account,
                original,
                day);
        var waived = "SELECT COALESCE(SUM(amount), 0) FROM lot_waiver WHERE merchant_id = ? AND account_id IN (?, ?)"
                + " AND expires_on = ?";
        var ofAll = sum(waived, account, original, day);
        var ofThis = ofAll == 0 ? 0 : sum(waived + " AND original_id = " + original.id(), account, original, day);
        journal.knowsLapsed(account, original, day, expired - ofAll, ofThis);
    }

    /** Of the account, and of the one that was merged into it and earned it. */
    private long sum(String question, Account account, Known original, LocalDate day) {
        var sum = database.queryForObject(question, Long.class, merchant(), account.id(), original.account(), day);
        return sum == null ? 0 : sum;
    }

    void write(List<Line> lines) {
        for (var line : lines) {
            var posting = line.posting();
            if (posting.waived() > 0) {
                database.update(
                        "INSERT INTO lot_waiver (merchant_id, movement_id, account_id, original_id, expires_on, amount)"
                                + " SELECT merchant_id, ?, ?, id, expires_on, ? FROM movement WHERE merchant_id = ?"
                                + " AND id = ?",
                        line.id(),
                        line.account().id(),
                        posting.waived(),
                        merchant(),
                        posting.reverses());
            }
        }
    }

    private static long merchant() {
        return MerchantScope.current().value();
    }
}
