package io.shuke.marketing.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Refusal;
import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PassTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
    private static final PassBenefit A_BOWL_A_DAY = new PassBenefit.Daily("牛肉面一碗", 1);

    @Test
    void canBeUsedFromItsFirstDayToItsLast() {
        var month = pass(A_BOWL_A_DAY, false);

        assertThat(month.usesOn(FIRST)).isEqualTo(1);
        assertThat(month.usesOn(LAST)).isEqualTo(1);
        assertRefused("pass.not-yet", () -> month.usesOn(FIRST.minusDays(1)));
        assertRefused("pass.over", () -> month.usesOn(LAST.plusDays(1)));
    }

    @Test
    void cannotBeUsedOnceItIsTakenBack() {
        assertRefused("pass.taken-back", () -> pass(A_BOWL_A_DAY, true).usesOn(FIRST));
    }

    @Test
    void aDiscountIsNotUsedUp() {
        assertRefused("pass.nothing-to-use", () -> pass(new PassBenefit.Discount(80), false)
                .usesOn(FIRST));
    }

    @Test
    void holdsAsManyUsesAsItHasDays() {
        assertThat(new PassTerms("月卡", A_BOWL_A_DAY, 30, new Fen(19_900)).uses())
                .isEqualTo(30);
        assertThat(new PassTerms("月卡", new PassBenefit.Daily("咖啡", 2), 30, new Fen(19_900)).uses())
                .isEqualTo(60);
        assertThat(new PassTerms("8折卡", new PassBenefit.Discount(80), 365, new Fen(9_900)).uses())
                .isZero();
    }

    @Test
    void cannotBeDescribedInAnImpossibleWay() {
        assertRefused("pass.impossible", () -> new PassBenefit.Daily("", 1));
        assertRefused("pass.impossible", () -> new PassBenefit.Daily("面", 0));
        assertRefused("pass.impossible", () -> new PassBenefit.Discount(0));
        assertRefused("pass.impossible", () -> new PassBenefit.Discount(100));
        assertRefused("pass.impossible", () -> new PassTerms("月卡", A_BOWL_A_DAY, 0, new Fen(1)));
        assertRefused("pass.impossible", () -> new PassTerms("月卡", A_BOWL_A_DAY, 30, new Fen(-1)));
    }

    private static Pass pass(PassBenefit benefit, boolean takenBack) {
        return new Pass(
                1, new PassProductId(1), new MemberId(1), "月卡", benefit, new Fen(19_900), FIRST, LAST, takenBack);
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }
}
