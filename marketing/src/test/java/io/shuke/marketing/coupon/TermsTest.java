package io.shuke.marketing.coupon;

import static io.shuke.marketing.coupon.Given.NOON;
import static io.shuke.marketing.coupon.Given.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T13:59:59, false",
        "2026-11-25T14:00, true",
        "2026-11-25T16:59:59, true",
        "2026-11-25T17:00, false",
        "2026-11-28T15:00, false"
    })
    void keepsToItsHours(LocalDateTime at, boolean open) {
        var afternoons =
                new Hours(Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY), LocalTime.of(14, 0), LocalTime.of(17, 0));

        assertThat(afternoons.include(at)).isEqualTo(open);
        assertThat(afternoons.words()).isEqualTo("周一、周三 14:00–17:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T22:00, true",
        "2026-11-28T01:59, true",
        "2026-11-28T02:00, false",
        "2026-11-28T22:00, false",
        "2026-11-27T01:00, false"
    })
    void aFridayNightEndsOnSaturday(LocalDateTime at, boolean open) {
        var nights = new Hours(Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(2, 0));

        assertThat(nights.include(at)).isEqualTo(open);
    }

    @Test
    void refusesTheWrongStoreChannelAndLevel() {
        var terms = new Terms(
                0, Goods.ALL, Set.of(7L), Set.of(SalesChannel.DELIVERY), 3, Hours.ALWAYS, Given.MONTH, Stacking.ONE);

        assertThat(terms.against(basket(8, SalesChannel.DELIVERY, 3))).isEqualTo("本店不可用");
        assertThat(terms.against(basket(7, SalesChannel.STORE, 3))).isEqualTo("仅限外卖使用");
        assertThat(terms.against(basket(7, SalesChannel.DELIVERY, 2))).isEqualTo("会员等级不够");
        assertThat(terms.against(basket(7, SalesChannel.DELIVERY, 3))).isNull();
    }

    private static Basket basket(long store, SalesChannel channel, int level) {
        return new Basket(store, channel, NOON, level, List.of(), 0);
    }

    @Test
    void lastsUntilTheEndOfItsLastDayInTheShopsZone() {
        var issued = Instant.parse("2026-11-25T20:30:00Z");

        assertThat(new Validity.Relative(0, 1).of(issued, SHANGHAI))
                .isEqualTo(new Validity.Span(issued, Instant.parse("2026-11-26T16:00:00Z")));
        assertThat(new Validity.Relative(1, 7).of(issued, SHANGHAI))
                .isEqualTo(new Validity.Span(
                        Instant.parse("2026-11-26T16:00:00Z"), Instant.parse("2026-12-03T16:00:00Z")));
        assertThat(new Validity.Fixed(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1)).of(issued, SHANGHAI))
                .isEqualTo(new Validity.Span(
                        Instant.parse("2026-12-30T16:00:00Z"), Instant.parse("2027-01-01T16:00:00Z")));
    }

    @Test
    void tellsItsRulesInWords() {
        assertThat(PLAIN.from(3000).words()).containsExactly("满 30 元可用，全部商品", "领取后 30 天内有效", "同类券每单限用一张");
    }
}
