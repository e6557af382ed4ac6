package io.shuke.member.membership;

import io.shuke.member.ground.MerchantScope;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes hundreds of old members with three statements; past the mappers, whose parser would read every one of the values. */
@Repository
class OldMemberPen {

    record Row(
            long id,
            String number,
            long phoneId,
            byte[] phoneIndex,
            byte @Nullable [] birthday,
            byte @Nullable [] birthdayIndex,
            byte @Nullable [] profile,
            Instant joinedAt,
            byte[] secret) {}

    private final JdbcTemplate database;

    OldMemberPen(JdbcTemplate database) {
        this.database = database;
    }

    /** The identities first, ascending by index: there a race is lost before anything else is written. */
    void write(List<Row> rows, Instant now) {
        var at = utc(now);
        var byIndex = new ArrayList<>(rows);
        byIndex.sort((one, other) -> Arrays.compareUnsigned(one.phoneIndex(), other.phoneIndex()));
        batch(
                "INSERT INTO member_identity (merchant_id, id, member_id, provider, subject_index, subject, came_with,"
                        + " linked_at, withdrawn_at) VALUES (?, ?, ?, '" + Identity.PHONE + "', ?, NULL, '', ?, ?)",
                byIndex,
                row -> new @Nullable Object[] {merchant(), row.phoneId(), row.id(), row.phoneIndex(), at, at});
        batch(
                "INSERT INTO member (merchant_id, id, number, state, birthday, birthday_index, profile, phone_id,"
                        + " joined_at) VALUES (?, ?, ?, 'WAITING', ?, ?, ?, ?, ?)",
                rows,
                row -> new @Nullable Object[] {
                    merchant(),
                    row.id(),
                    row.number(),
                    row.birthday(),
                    row.birthdayIndex(),
                    row.profile(),
                    row.phoneId(),
                    utc(row.joinedAt())
                });
        batch("INSERT INTO member_key (merchant_id, member_id, secret) VALUES (?, ?, ?)", rows, row ->
                new @Nullable Object[] {merchant(), row.id(), row.secret()});
    }

    private void batch(String sql, List<Row> rows, Function<Row, @Nullable Object[]> values) {
        database.batchUpdate(sql, rows.stream().map(values).toList());
    }

    List<byte[]> known(Collection<byte[]> indexes) {
        return among(
                "SELECT subject_index FROM member_identity WHERE merchant_id = ? AND subject_index IN ",
                indexes,
                byte[].class);
    }

    List<String> taken(Collection<String> numbers) {
        return among("SELECT number FROM member WHERE merchant_id = ? AND number IN ", numbers, String.class);
    }

    List<Long> waiting(Collection<Long> ids) {
        return among("SELECT id FROM member WHERE merchant_id = ? AND state = 'WAITING' AND id IN ", ids, Long.class);
    }

    private <T> List<T> among(String sql, Collection<?> values, Class<T> type) {
        if (values.isEmpty()) {
            return List.of();
        }
        var marks = "(" + String.join(",", Collections.nCopies(values.size(), "?")) + ")";
        var bound = new ArrayList<Object>(values.size() + 1);
        bound.add(merchant());
        bound.addAll(values);
        return database.queryForList(sql + marks, type, bound.toArray());
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static long merchant() {
        return MerchantScope.current().value();
    }
}
