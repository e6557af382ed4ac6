package io.shuke.marketing.mall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ground.Refusal;
import io.shuke.member.level.Level;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GiftTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Gift.Taken NONE = new Gift.Taken(0, 0, 0);
    private static final Visitor NEWCOMER = visitor(1, 0);

    @Test
    void goesToWhoeverMeetsNoLimit() {
        assertThatCode(() -> cup(GiftLimits.NONE).refuseUnlessFor(NEWCOMER, new Gift.Taken(900, 90, 9), TODAY))
                .doesNotThrowAnyException();
    }

    @Test
    void isSoldOutWhenAllAreGiven() {
        assertRefused("gift.sold-out", () -> given(cup(GiftLimits.NONE), 10).refuseUnlessFor(NEWCOMER, NONE, TODAY));
        assertThatCode(() -> given(cup(GiftLimits.NONE), 9).refuseUnlessFor(NEWCOMER, NONE, TODAY))
                .doesNotThrowAnyException();
    }

    @Test
    void goesToOneMemberOnlySoOften() {
        var two = cup(new GiftLimits(2, 0, 0, 0, 0));

        assertThatCode(() -> two.refuseUnlessFor(NEWCOMER, new Gift.Taken(5, 1, 1), TODAY))
                .doesNotThrowAnyException();
        assertRefused("gift.limit-reached", () -> two.refuseUnlessFor(NEWCOMER, new Gift.Taken(5, 2, 0), TODAY));
    }

    @Test
    void goesToOneMemberOnlySoOftenADay() {
        var oneADay = cup(new GiftLimits(0, 1, 0, 0, 0));

        assertThatCode(() -> oneADay.refuseUnlessFor(NEWCOMER, new Gift.Taken(5, 3, 0), TODAY))
                .doesNotThrowAnyException();
        assertRefused(
                "gift.limit-reached-today", () -> oneADay.refuseUnlessFor(NEWCOMER, new Gift.Taken(5, 3, 1), TODAY));
    }

    @Test
    void goesOnlySoOftenADayToAllTogether() {
        var fiveADay = cup(new GiftLimits(0, 0, 5, 0, 0));

        assertRefused("gift.sold-out-today", () -> fiveADay.refuseUnlessFor(NEWCOMER, new Gift.Taken(5, 0, 0), TODAY));
    }

    @Test
    void waitsForTheLevelItIsMeantFor() {
        var forGold = cup(new GiftLimits(0, 0, 0, 3, 0));

        assertRefused("gift.level-too-low", () -> forGold.refuseUnlessFor(visitor(2, 99), NONE, TODAY));
        assertThatCode(() -> forGold.refuseUnlessFor(visitor(3, 0), NONE, TODAY))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheLevelItIsMeantFor() {
        assertThat(visitor(1, 0).nameOf(3)).isEqualTo("金卡");
        assertThat(visitor(1, 0).nameOf(9)).as("no such step any more").isEqualTo("更高等级");
    }

    @Test
    void waitsForSoManyVisits() {
        var forRegulars = cup(new GiftLimits(0, 0, 0, 0, 5));

        assertRefused("gift.too-few-visits", () -> forRegulars.refuseUnlessFor(visitor(1, 4), NONE, TODAY));
        assertThatCode(() -> forRegulars.refuseUnlessFor(visitor(1, 5), NONE, TODAY))
                .doesNotThrowAnyException();
    }

    @Test
    void isThereFromItsFirstDayToItsLast() {
        var week = cup(GiftLimits.NONE, TODAY, TODAY.plusDays(6));

        assertRefused("gift.not-started", () -> week.refuseUnlessFor(NEWCOMER, NONE, TODAY.minusDays(1)));
        assertThatCode(() -> week.refuseUnlessFor(NEWCOMER, NONE, TODAY)).doesNotThrowAnyException();
        assertThatCode(() -> week.refuseUnlessFor(NEWCOMER, NONE, TODAY.plusDays(6)))
                .doesNotThrowAnyException();
        assertRefused("gift.ended", () -> week.refuseUnlessFor(NEWCOMER, NONE, TODAY.plusDays(7)));
    }

    @Test
    void isGoneWhileTheShopHoldsItBack() {
        var held = new Gift(new GiftId(1), 1, cup(GiftLimits.NONE).terms(), 0, false);

        assertRefused("gift.ended", () -> held.refuseUnlessFor(NEWCOMER, NONE, TODAY));
    }

    @Test
    void cannotBeDescribedInAnImpossibleWay() {
        assertRefused("gift.impossible", () -> terms("", 10, 10));
        assertRefused("gift.impossible", () -> terms("杯".repeat(41), 10, 10));
        assertRefused("gift.impossible", () -> terms("杯子", 0, 10));
        assertRefused("gift.impossible", () -> terms("杯子", 1_000_001, 10));
        assertRefused("gift.impossible", () -> terms("杯子", 10, -1));
        assertRefused("gift.impossible", () -> new GiftLimits(-1, 0, 0, 0, 0));
        assertRefused("gift.impossible", () -> cup(GiftLimits.NONE, TODAY, TODAY.minusDays(1)));
    }

    @Test
    void aPickUpCodeHasEightDigits() {
        assertThat(new PickUpCode("00420042").value()).isEqualTo("00420042");
        assertRefused("gift.unknown-code", () -> new PickUpCode("4200420"));
        assertRefused("gift.unknown-code", () -> new PickUpCode("０0420042"));
    }

    private static GiftTerms terms(String title, int points, int stock) {
        return new GiftTerms(title, points, stock, GiftLimits.NONE, null, null, 30);
    }

    private static Gift cup(GiftLimits limits) {
        return cup(limits, null, null);
    }

    private static Gift cup(GiftLimits limits, @Nullable LocalDate from, @Nullable LocalDate through) {
        return new Gift(new GiftId(1), 1, new GiftTerms("面碗", 100, 10, limits, from, through, 30), 0, true);
    }

    private static Gift given(Gift gift, int given) {
        return new Gift(gift.id(), gift.version(), gift.terms(), given, gift.offered());
    }

    private static Visitor visitor(int step, int visits) {
        return new Visitor(step, visits, List.of(new Level(1, "普通会员"), new Level(2, "银卡"), new Level(3, "金卡")));
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }
}
