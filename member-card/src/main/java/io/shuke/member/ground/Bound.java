package io.shuke.member.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Fills the marks of a statement from left to right, however many rows it has. */
final class Bound {

    private final PreparedStatement statement;
    private int mark;

    Bound(PreparedStatement statement) {
        this.statement = statement;
    }

    /** {@code one}, so many times with commas between. */
    static String marks(String one, int times) {
        return one + ("," + one).repeat(times - 1);
    }

    static LocalDateTime stored(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    Bound number(long value) throws SQLException {
        statement.setLong(++mark, value);
        return this;
    }

    Bound numberOrNull(@Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(++mark, Types.BIGINT);
            return this;
        }
        return number(value);
    }

    Bound numbers(Iterable<Long> values) throws SQLException {
        for (var value : values) {
            number(value);
        }
        return this;
    }

    Bound texts(Iterable<String> values) throws SQLException {
        for (var value : values) {
            text(value);
        }
        return this;
    }

    Bound text(@Nullable String value) throws SQLException {
        statement.setString(++mark, value);
        return this;
    }

    Bound bytes(byte[] value) throws SQLException {
        statement.setBytes(++mark, value);
        return this;
    }

    Bound day(@Nullable LocalDate value) throws SQLException {
        statement.setObject(++mark, value, Types.DATE);
        return this;
    }

    Bound at(Instant value) throws SQLException {
        statement.setObject(++mark, stored(value), Types.TIMESTAMP);
        return this;
    }
}
