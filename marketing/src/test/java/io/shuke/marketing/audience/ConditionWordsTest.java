package io.shuke.marketing.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ground.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionWordsTest {

    private static final Names.Known NAMES =
            new Names.Known(Map.of(3L, "金卡"), Map.of(1L, "东门店"), tag -> "宝妈", offer -> "减五元");

    private static String words(Condition condition) {
        return ConditionWords.of(condition, NAMES);
    }

    private static Condition measured(Measure measure, Span span) {
        return new Condition.Measured(measure, span);
    }

    @Test
    void soundsAsOneWouldSayIt() {
        var soyMilk = new Condition.Bought(Condition.Shelf.GOODS, "豆浆", 1, null);
        assertThat(words(new Condition.All(List.of(
                        measured(Measure.LAST_VISIT, Span.from(30)),
                        soyMilk,
                        measured(Measure.LEVEL, Span.exactly(3))))))
                .isEqualTo("最近 30 天没来、买过豆浆、金卡的会员");
        assertThat(words(new Condition.All(List.of(soyMilk, new Condition.Not(SomeConditions.LEAVES.get(5))))))
                .isEqualTo("买过豆浆、没买过早点类的会员");
        assertThat(words(new Condition.Everyone())).isEqualTo("所有会员");
    }

    @Test
    void bracketsKeepGroupsApart() {
        var or = new Condition.Any(List.of(new Condition.Tagged(1), new Condition.LastStore(1)));
        assertThat(words(new Condition.All(List.of(or, measured(Measure.VISITS, Span.from(3))))))
                .isEqualTo("（有「宝妈」标签或者上次在东门店消费）、买过 3 次以上的会员");
        assertThat(words(new Condition.Not(or))).isEqualTo("不是（有「宝妈」标签或者上次在东门店消费）的会员");
    }

    @Test
    void everyKindHasAPhrase() {
        for (var condition : SomeConditions.LEAVES) {
            assertThat(words(condition)).endsWith("会员").doesNotContain("null").hasSizeGreaterThan(3);
        }
        for (var measure : Measure.values()) {
            for (var span : List.of(Span.from(0), Span.from(2), Span.upTo(3), new Span(2, 4), Span.exactly(0))) {
                assertThat(words(measured(measure, span))).endsWith("的会员").doesNotContain("null");
            }
        }
        assertThat(words(measured(Measure.AMOUNT, new Span(10_000, 25_050)))).isEqualTo("累计消费 100 到 250.50 元的会员");
    }
}
