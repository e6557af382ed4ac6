package io.shuke.member.ground;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Statements that travel together: they run in this order, the first that fails ends them and is thrown, and all wait for
 * the network once. Their text is the program's own and every value is bound, so what members write begins no statement.
 */
public final class Packet {

    /** Binds the values of one statement. */
    public interface Values {
        void bind(Bound bound) throws SQLException;
    }

    private final List<String> statements = new ArrayList<>();
    private final List<Values> values = new ArrayList<>();

    public void add(String statement, Values bound) {
        statements.add(statement);
        values.add(bound);
    }

    /** So many rows with one statement; without any there is none. */
    public void insert(String head, String row, int rows, String tail, Values bound) {
        if (rows > 0) {
            add(head + Bound.marks(row, rows) + tail, bound);
        }
    }

    public void send(JdbcTemplate database) {
        if (!statements.isEmpty()) {
            database.update(String.join(";", statements), prepared -> {
                var bound = new Bound(prepared);
                for (var one : values) {
                    one.bind(bound);
                }
            });
        }
    }
}
