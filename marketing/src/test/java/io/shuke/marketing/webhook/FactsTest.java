package io.shuke.marketing.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FactsTest {

    @Test
    void comeBackAsTheyWere() {
        var facts = new Facts()
                .text("orderNo", "A:1=2")
                .number("paidFen", -1250)
                .text("memberId", 7)
                .text("note", "");

        assertThat(Facts.read(facts.stored())).isEqualTo(facts);
        assertThat(Facts.read(facts.stored()).values())
                .containsEntry("paidFen", -1250L)
                .containsEntry("memberId", "7");
    }

    @Test
    void areOneLineEach() {
        assertThatThrownBy(() -> new Facts().text("orderNo", "1\nbillId:2"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
