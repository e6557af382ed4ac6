package io.shuke.member.ground;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Fills the marks of a statement from left to right, however many rows it has. */
public final class Bound {

    private final PreparedStatement statement;
    private int mark;

    public Bound(PreparedStatement statement) {
        this.statement = statement;
    }

    /** {@code one}, so many times with commas between. */
    public static String marks(String one, int times) {
        return one + ("," + one).repeat(times - 1);
    }

    public static LocalDateTime stored(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    public Bound number(long value) throws SQLException {
        statement.setLong(++mark, value);
        return this;
    }

    public Bound numberOrNull(@Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(++mark, Types.BIGINT);
            return this;
        }
        return number(value);
    }

    public Bound numbers(Iterable<Long> values) throws SQLException {
        for (var value : values) {
            number(value);
        }
        return this;
    }

    public Bound texts(Iterable<String> values) throws SQLException {
        for (var value : values) {
            text(value);
        }
        return this;
    }

    public Bound text(@Nullable String value) throws SQLException {
        statement.setString(++mark, value);
        return this;
    }

    public Bound bytes(byte[] value) throws SQLException {
        statement.setBytes(++mark, value);
        return this;
    }

    public Bound day(@Nullable LocalDate value) throws SQLException {
        statement.setObject(++mark, value, Types.DATE);
        return this;
    }

    public Bound at(Instant value) throws SQLException {
        statement.setObject(++mark, stored(value), Types.TIMESTAMP);
        return this;
    }
}
