package io.shuke.marketing.push;

import io.shuke.member.ground.MerchantScope;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes recipients, hundreds with one statement: that is what sending thousands a second stands on. Hence the merchant is
 * written by hand here and nowhere else in this feature.
 */
@Component
class RecipientPen {

    /** A line of the list as it is made. */
    record Listed(
            long push,
            long member,
            RecipientState state,
            int leg,
            @Nullable Skip reason,
            Instant dueAt) {}

    /**
     * What becomes of a recipient.
     *
     * @param claim the one it gets, or the one it must have
     */
    record Change(
            long push,
            long member,
            RecipientState state,
            int leg,
            @Nullable Skip reason,
            int attempts,
            Instant dueAt,
            long claim,
            @Nullable String account,
            @Nullable String messageId) {}

    private static final String VALUES = "SELECT ? AS push, ? AS member, ? AS state, ? AS leg, ? AS reason,"
            + " ? AS attempts, ? AS due, ? AS claim, ? AS account, ? AS message, ? AS at";
    /** From the few to the many: the other order would read the whole list. */
    private static final String JOINED =
            ") v STRAIGHT_JOIN push_recipient r ON r.merchant_id = ? AND r.push_id = v.push"
                    + " AND r.member_id = v.member";

    private final JdbcTemplate database;

    RecipientPen(JdbcTemplate database) {
        this.database = database;
    }

    /** Who is on the list already stays as he is. */
    void list(List<Listed> listed) {
        var merchant = MerchantScope.current().value();
        database.batchUpdate(
                "INSERT IGNORE INTO push_recipient (merchant_id, push_id, member_id, state, leg, reason, attempts, due_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 0, ?)",
                listed,
                Math.max(1, listed.size()),
                (mark, one) -> {
                    mark.setLong(1, merchant);
                    mark.setLong(2, one.push());
                    mark.setLong(3, one.member());
                    mark.setString(4, one.state().name());
                    mark.setInt(5, one.leg());
                    mark.setString(6, one.reason() == null ? null : one.reason().name());
                    mark.setObject(7, stored(one.dueAt()));
                });
    }

    /** For those whose rows this transaction holds. */
    void claim(List<Change> changes, Instant now) {
        write(
                changes,
                now,
                " SET r.state = v.state, r.leg = v.leg, r.reason = v.reason, r.claim = v.claim, r.claimed_at = v.at,"
                        + " r.account = v.account, r.due_at = v.due, r.sent_at = IF(v.state = 'SENDING', v.at, NULL)");
    }

    /** For those who still are whose they were; late news is better than none. */
    void settle(List<Change> changes, Instant now) {
        write(
                changes,
                now,
                " AND r.claim = v.claim AND (r.state = 'SENDING' OR r.state = 'UNKNOWN') SET r.state = v.state,"
                        + " r.leg = v.leg, r.reason = v.reason, r.attempts = v.attempts, r.due_at = v.due,"
                        + " r.message_id = v.message,"
                        + " r.sent_at = IF(v.state = 'SENT' OR v.state = 'UNKNOWN', v.at, NULL)");
    }

    private void write(List<Change> changes, Instant now, String set) {
        if (changes.isEmpty()) {
            return;
        }
        var sql = "UPDATE (" + VALUES + " UNION ALL SELECT ?,?,?,?,?,?,?,?,?,?,?".repeat(changes.size() - 1) + JOINED
                + set;
        var merchant = MerchantScope.current().value();
        database.update(sql, statement -> {
            int mark = 0;
            for (var change : changes) {
                mark = bind(statement, mark, change, now);
            }
            statement.setLong(mark + 1, merchant);
        });
    }

    private static int bind(PreparedStatement statement, int before, Change change, Instant now) throws SQLException {
        int mark = before;
        statement.setLong(++mark, change.push());
        statement.setLong(++mark, change.member());
        statement.setString(++mark, change.state().name());
        statement.setInt(++mark, change.leg());
        text(statement, ++mark, change.reason() == null ? null : change.reason().name());
        statement.setInt(++mark, change.attempts());
        statement.setObject(++mark, stored(change.dueAt()));
        statement.setLong(++mark, change.claim());
        text(statement, ++mark, change.account());
        text(statement, ++mark, change.messageId());
        statement.setObject(++mark, stored(now));
        return mark;
    }

    private static void text(PreparedStatement statement, int mark, @Nullable String text) throws SQLException {
        if (text == null) {
            statement.setNull(mark, Types.VARCHAR);
        } else {
            statement.setString(mark, text);
        }
    }

    private static LocalDateTime stored(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
