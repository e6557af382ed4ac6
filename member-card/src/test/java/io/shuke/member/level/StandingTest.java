package io.shuke.member.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {

    static final Ladder LADDER = new Ladder(
            Measure.AMOUNT,
            6,
            3,
            30,
            7,
            200,
            List.of(
                    Rung.of(1, "普通会员", 0, Benefits.NONE),
                    Rung.of(2, "银卡", 50_000, Benefits.NONE),
                    Rung.of(3, "金卡", 200_000, Benefits.NONE)));

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Standing NEW = Standing.first(new MemberId(1), TODAY);

    private static Deed bill(LocalDate day, long fen) {
        return Deed.bill(day, fen, 0);
    }

    private static Standing bought(Standing standing, LocalDate day, long fen) {
        return standing.after(bill(day, fen), LADDER, day);
    }

    @Test
    void risesAtOnceWhenTheBarIsReached() {
        var before = bought(NEW, TODAY, 49_999);
        assertThat(before.step()).isEqualTo(1);

        var after = bought(before, TODAY, 1);

        assertThat(after.step()).isEqualTo(2);
        assertThat(after.since()).isEqualTo(TODAY);
        assertThat(after.protectedUntil()).isEqualTo(TODAY.plusDays(30));
        assertThat(after.boosted(TODAY)).isTrue();
        assertThat(after.boosted(TODAY.plusDays(6))).isTrue();
        assertThat(after.boosted(TODAY.plusDays(7))).isFalse();
    }

    @Test
    void risesOverTwoStepsWithOneBill() {
        assertThat(bought(NEW, TODAY, 200_000).step()).isEqualTo(3);
    }

    @Test
    void looksAtTheWindowOnly() {
        var may = LocalDate.of(2026, 5, 31);
        var june = LocalDate.of(2026, 6, 1);

        assertThat(bought(bought(NEW, may, 30_000), TODAY, 20_000).step()).isEqualTo(1);
        assertThat(bought(bought(NEW, june, 30_000), TODAY, 20_000).step()).isEqualTo(2);
    }

    @Test
    void aBillOfLastMonthThatArrivesLateCountsInItsMonth() {
        var standing = NEW.after(bill(TODAY, 100), LADDER, TODAY).after(bill(TODAY.minusMonths(1), 200), LADDER, TODAY);

        assertThat(standing.months().sum(Measure.AMOUNT, Months.number(TODAY), 1))
                .isEqualTo(100);
        assertThat(standing.months().sum(Measure.AMOUNT, Months.number(TODAY), 2))
                .isEqualTo(300);
        assertThat(standing.months().sum(Measure.VISITS, Months.number(TODAY), 2))
                .isEqualTo(2);
    }

    @Test
    void aBillOlderThanAYearIsForgotten() {
        var standing = NEW.after(bill(TODAY.minusMonths(13), 200), LADDER, TODAY);
        assertThat(standing.months()).isEqualTo(NEW.months());
    }

    @Test
    void aRefundTakesBackTheRiseItPaidFor() {
        var raised = bought(NEW, TODAY, 60_000);

        var after = raised.afterTakingBack(bill(TODAY, 60_000), LADDER, TODAY);

        assertThat(after.step()).isEqualTo(1);
        assertThat(after.boosted(TODAY)).isFalse();
    }

    @Test
    void aRefundNeverTakesALevelThatStoodBefore() {
        var silver = bought(NEW, TODAY.minusMonths(2), 60_000);
        var more = bought(silver, TODAY, 10_000);

        assertThat(more.afterTakingBack(bill(TODAY, 10_000), LADDER, TODAY).step())
                .isEqualTo(2);
        var old = bought(bought(NEW, TODAY.minusDays(3), 10_000), TODAY, 40_000);
        assertThat(old.afterTakingBack(bill(TODAY.minusDays(3), 10_000), LADDER, TODAY)
                        .step())
                .isEqualTo(1);
    }

    @Test
    void aRefundAfterTwoRisesTakesTheLastOnly() {
        var gold = bought(bought(NEW, TODAY, 60_000), TODAY, 150_000);
        assertThat(gold.step()).isEqualTo(3);

        assertThat(gold.afterTakingBack(bill(TODAY, 150_000), LADDER, TODAY).step())
                .isEqualTo(2);
        assertThat(gold.afterTakingBack(bill(TODAY, 210_000), LADDER, TODAY).step())
                .isEqualTo(2);
    }

    @Test
    void countsVisitsOrGrowthWhereTheLadderDoes() {
        var byVisits = measured(Measure.VISITS, 3);
        var byGrowth = measured(Measure.GROWTH, 100);

        var twice = NEW.after(bill(TODAY, 1), byVisits, TODAY).after(bill(TODAY, 1), byVisits, TODAY);
        assertThat(twice.step()).isEqualTo(1);
        assertThat(twice.after(bill(TODAY, 1), byVisits, TODAY).step()).isEqualTo(2);
        assertThat(NEW.after(new Deed(TODAY, 0, 0, 100), byGrowth, TODAY).step())
                .isEqualTo(2);
    }

    private static Ladder measured(Measure measure, long threshold) {
        return new Ladder(
                measure,
                6,
                3,
                0,
                0,
                100,
                List.of(Rung.of(1, "普通会员", 0, Benefits.NONE), Rung.of(2, "银卡", threshold, Benefits.NONE)));
    }

    @Test
    void progressIsToldInWords() {
        assertThat(Progress.of(bought(NEW, TODAY, 38_000), LADDER, TODAY).text())
                .isEqualTo("再消费 ¥120 升为银卡");
        assertThat(Progress.of(bought(NEW, TODAY, 37_950), LADDER, TODAY).text())
                .isEqualTo("再消费 ¥120.50 升为银卡");
        assertThat(Progress.of(bought(NEW, TODAY, 200_000), LADDER, TODAY).text())
                .isEqualTo("已是最高等级");
        assertThat(Progress.of(NEW, measured(Measure.VISITS, 3), TODAY).text()).isEqualTo("再来 3 次升为银卡");
        assertThat(Progress.of(NEW, Ladder.USUAL, TODAY).text()).isNull();
    }

    @Test
    void progressTellsWhatIsMissingToKeepTheLevel() {
        var silver = bought(NEW, LocalDate.of(2026, 6, 10), 60_000);
        var december = LocalDate.of(2026, 12, 1);

        assertThat(Progress.of(silver, LADDER, LocalDate.of(2026, 11, 30)).toKeep())
                .isZero();
        assertThat(Progress.of(silver, LADDER, december).toKeep()).isEqualTo(50_000);
    }

    @Test
    void mergedMonthsComeApartAgain() {
        var one = bought(NEW, TODAY.minusMonths(2), 100).months();
        var other = bought(NEW, TODAY, 7).months();

        var both = one.plus(other, 1);

        assertThat(both.sum(Measure.AMOUNT, Months.number(TODAY), 3)).isEqualTo(107);
        assertThat(both.plus(other, -1).sum(Measure.AMOUNT, Months.number(TODAY), 3))
                .isEqualTo(100);
    }

    @Test
    void aLadderMustMakeSense() {
        var base = Rung.of(1, "普通会员", 0, Benefits.NONE);
        refused(List.of());
        refused(List.of(Rung.of(1, "普通会员", 1, Benefits.NONE)));
        refused(List.of(base, Rung.of(2, "银卡", 0, Benefits.NONE)));
        refused(List.of(base, Rung.of(3, "银卡", 10, Benefits.NONE)));
        refused(List.of(base.cappedAt(10)));
        assertThatThrownBy(() -> Rung.of(1, "", 0, Benefits.NONE)).hasMessage("level.ladder-impossible");
        assertThatThrownBy(() -> Rung.of(1, "金卡", -1, Benefits.NONE)).hasMessage("level.ladder-impossible");
        assertThatThrownBy(() -> new Benefits(9, 100, "", false, 0, false)).hasMessage("level.ladder-impossible");
        assertThatThrownBy(() -> new Benefits(101, 100, "", false, 0, false)).hasMessage("level.ladder-impossible");
        assertThatThrownBy(() -> new Benefits(90, -1, "", false, 0, false)).hasMessage("level.ladder-impossible");
        for (int window : new int[] {0, -1, 13}) {
            assertThatThrownBy(() -> new Ladder(Measure.AMOUNT, window, 3, 30, 7, 200, List.of(base)))
                    .hasMessage("level.ladder-impossible");
        }
    }

    private static void refused(List<Rung> rungs) {
        assertThatThrownBy(() -> new Ladder(Measure.AMOUNT, 6, 3, 30, 7, 200, rungs))
                .hasMessage("level.ladder-impossible");
    }
}
