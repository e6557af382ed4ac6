package io.shuke.member.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseTest {

    @Test
    void joinsWithTheValuesInTheirOrder() {
        var clause = Clause.all(List.of(
                Clause.of("s.visits >= ?", 3),
                Clause.any(List.of(Clause.of("s.step = ?", 1), Clause.of("s.step = ?", 2)))
                        .not()));

        assertThat(clause.sql()).isEqualTo("(s.visits >= ?) AND (NOT ((s.step = ?) OR (s.step = ?)))");
        assertThat(clause.values()).isEqualTo(List.of(3, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s.name = 'x'",
                "1 = 1; DROP TABLE member",
                "s.step = 1 -- ",
                "s.step = 1--",
                "s.step = 1 # ",
                "s.step /* */ = 1",
                "s.name = \"x\"",
                "s.name = `x`",
                "s.step = 1\n",
                ""
            })
    void onlyPlainTextIsAClause(String sql) {
        assertThatThrownBy(() -> Clause.of(sql)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asManyValuesAsMarks() {
        assertThatThrownBy(() -> Clause.of("s.step = ?")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Clause.of("s.step = 1", 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
