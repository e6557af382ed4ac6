package io.shuke.member.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscapeTest {

    private final Escape escape = new Escape(new MerchantLine(), Set.of("note", "other", "third", "merchant"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM note WHERE a = 1 OR b = 2 LIMIT 3 FOR UPDATE SKIP LOCKED",
                "SELECT id FROM note WHERE id IN (SELECT id FROM other) UNION ALL SELECT id FROM other",
                "SELECT COALESCE((SELECT SUM(x) FROM other), 0) FROM note a LEFT JOIN other b ON b.id = a.id",
                "SELECT id FROM note WHERE EXISTS (SELECT 1 FROM other o WHERE o.id = note.id)",
                "INSERT INTO note (id, text) VALUES (1, 'a'), (2, 'b')",
                "INSERT IGNORE INTO note (id, text) VALUES (1, 'a')",
                "INSERT INTO note (id, text) VALUES (1, 'a') ON DUPLICATE KEY UPDATE text = VALUES(text)",
                "INSERT INTO note (id, text) SELECT id, text FROM other WHERE x = 1 OR y = 2",
                "UPDATE note SET text = 'a' WHERE id = 1",
                "DELETE FROM note WHERE id = 1 OR id = 2",
                "SELECT id FROM merchant"
            })
    void isNotMadeByAnOrdinaryStatement(String sql) {
        assertThat(escape.of(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM note GROUP BY id HAVING COUNT(*) > (SELECT COUNT(*) FROM other)",
                "SELECT CASE WHEN EXISTS (SELECT 1 FROM other) THEN 1 ELSE 0 END FROM note",
                "SELECT id FROM note WHERE x BETWEEN 1 AND (SELECT y FROM other)",
                "SELECT id FROM note WHERE x > ALL (SELECT y FROM other)",
                "SELECT id FROM note LEFT JOIN other o ON o.id = (SELECT MAX(id) FROM third)",
                "SELECT id FROM note ORDER BY (SELECT MAX(x) FROM other)",
                "UPDATE note SET text = 'a' WHERE id IN (SELECT id FROM other)",
                "UPDATE note a, other b SET a.text = b.text WHERE a.id = b.id",
                "UPDATE note a JOIN other b ON b.id = a.id SET a.text = b.text",
                "DELETE FROM note WHERE NOT EXISTS (SELECT 1 FROM other WHERE other.id = note.id)",
                "DELETE a FROM note a JOIN other b ON b.id = a.id",
                "INSERT INTO note (id, text) VALUES (1, (SELECT MAX(text) FROM other))",
                "INSERT INTO note (id, text) VALUES (1, 'a') ON DUPLICATE KEY UPDATE text = (SELECT 1 FROM other)",
                "INSERT INTO note (id, merchant_id) VALUES (1, 2)",
                "REPLACE INTO note (id, text) VALUES (1, 'a')",
                "SELECT id FROM note WHERE merchant_id = 2 OR id = 1",
                "TRUNCATE TABLE note"
            })
    void isSeen(String sql) {
        assertThat(escape.of(sql)).isPresent();
    }
}
