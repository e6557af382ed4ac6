package io.shuke.marketing.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ground.Json;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

    @Test
    void whatIsKeptIsReadAsItWas() {
        for (var condition : SomeConditions.LEAVES) {
            assertThat(Conditions.stored(1, Conditions.stored(condition))).isEqualTo(condition);
        }
        assertThat(Conditions.stored(1, Conditions.stored(SomeConditions.TREE))).isEqualTo(SomeConditions.TREE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "7",
                "{}",
                "{\"kind\":\"sql\"}",
                "{\"kind\":\"visits\",\"least\":\"1 OR 1=1\"}",
                "{\"kind\":\"visits\",\"least\":-1}",
                "{\"kind\":\"visits\",\"least\":5,\"most\":4}",
                "{\"kind\":\"visits\",\"column\":\"s.amount_fen\"}",
                "{\"kind\":\"visits) OR (1=1\"}",
                "{\"kind\":\"lastStore\",\"store\":\"1; DROP TABLE member\"}",
                "{\"kind\":\"lastStore\",\"store\":1}",
                "{\"kind\":\"stage\",\"stage\":\"ASLEEP' --\"}",
                "{\"kind\":\"bought\",\"shelf\":\"GOODS\",\"name\":\"\"}",
                "{\"kind\":\"bought\",\"shelf\":\"g.name\",\"name\":\"a\"}",
                "{\"kind\":\"bought\",\"shelf\":\"GOODS\",\"name\":\"a\",\"times\":0}",
                "{\"kind\":\"bought\",\"shelf\":\"GOODS\",\"name\":[\"a\"]}",
                "{\"kind\":\"coupon\",\"use\":\"HOLDS\",\"offer\":{\"$ne\":null}}",
                "{\"kind\":\"late\"}",
                "{\"kind\":\"all\",\"of\":[]}",
                "{\"kind\":\"all\",\"of\":{}}",
                "{\"kind\":\"all\",\"of\":[null]}",
                "{\"kind\":\"not\"}"
            })
    void whatItDoesNotKnowIsRefused(String tree) {
        assertThatThrownBy(() -> Conditions.read(Json.read(tree))).isInstanceOf(AudienceRefusal.class);
    }

    @Test
    void aTreeHasBounds() {
        Object deep = Map.of("kind", "everyone");
        for (int i = 0; i < Conditions.DEEPEST; i++) {
            deep = Map.of("kind", "not", "of", deep);
        }
        var wide = Map.of("kind", "any", "of", Collections.nCopies(Conditions.MOST, Map.of("kind", "everyone")));
        var tooDeep = deep;

        assertThatThrownBy(() -> Conditions.read(tooDeep)).hasMessage("audience.too-large");
        assertThatThrownBy(() -> Conditions.read(wide)).hasMessage("audience.too-large");
        assertThat(Conditions.read(Map.of(
                        "kind", "any", "of", Collections.nCopies(Conditions.MOST - 1, Map.of("kind", "everyone")))))
                .isInstanceOf(Condition.Any.class);
    }
}
