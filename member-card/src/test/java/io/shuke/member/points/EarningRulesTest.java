package io.shuke.member.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ground.Fen;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.BillId;
import io.shuke.member.purchase.BillLine;
import io.shuke.member.purchase.Order;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarningRulesTest {

    /** A Sunday. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static final MemberFacts ANYBODY = MemberFacts.ordinary();

    private static Bill bill(BillLine... lines) {
        return Bill.of(new BillId(1), new Order(1, Order.COUNTER, "1"), null, List.of(lines), Instant.EPOCH);
    }

    private static BillLine line(String category, long fen) {
        return new BillLine("", "x", category, 1, new Fen(fen));
    }

    private static Bill of(long fen) {
        return bill(line("面", fen));
    }

    private static EarningRules with(Window... windows) {
        return new EarningRules(100, Map.of(), Map.of(), Map.of(), List.of(windows), null);
    }

    private static EarningRules weighing(Map<String, Integer> categories) {
        return new EarningRules(100, Map.of(), categories, Map.of(), List.of(), null);
    }

    private static EarningRules capped(long cap) {
        return new EarningRules(100, Map.of(), Map.of(), Map.of(), List.of(), cap);
    }

    private static MemberFacts bornOn(@Nullable LocalDate birthday) {
        return new MemberFacts(1, 100, false, 100, birthday, 0);
    }

    @ParameterizedTest
    @CsvSource({"1,0", "99,0", "100,1", "199,1", "3850,38", "100000000,1000000"})
    void givesAPointAYuanRoundedDown(long fen, long points) {
        assertThat(EarningRules.usual().earn(of(fen), ANYBODY, DAY).points()).isEqualTo(points);
    }

    @Test
    void roundsTheBillNotTheLines() {
        var bill = bill(line("面", 150), line("面", 150));
        assertThat(EarningRules.usual().earn(bill, ANYBODY, DAY).points()).isEqualTo(3);
    }

    @Test
    void givesForWhatWasPaidOnly() {
        var rules = EarningRules.usual();
        assertThat(rules.earn(of(5000).paying(new Fen(4200)), ANYBODY, DAY).points())
                .isEqualTo(42);
        assertThat(rules.earn(of(5000).paying(Fen.NONE), ANYBODY, DAY).points()).isZero();
    }

    @Test
    void givesForABillWithoutLines() {
        var order = new Order(1, Order.COUNTER, "1");
        var sum = new Fen(990);
        var typed = new Bill(new BillId(1), order, null, List.of(), sum, sum, 0, 0, Instant.EPOCH);
        assertThat(EarningRules.usual().earn(typed, ANYBODY, DAY).points()).isEqualTo(9);
    }

    @Test
    void aLevelMayHaveARateOfItsOwn() {
        var rules = new EarningRules(100, Map.of(3, 200), Map.of(), Map.of(), List.of(), null);
        var gold = new MemberFacts(3, 100, false, 100, null, 0);

        assertThat(rules.earn(of(1000), gold, DAY).points()).isEqualTo(20);
        assertThat(rules.earn(of(1000), ANYBODY, DAY).points()).isEqualTo(10);
    }

    @Test
    void theLevelsBenefitMultiplies() {
        var earned = EarningRules.usual().earn(of(1000), new MemberFacts(2, 150, false, 100, null, 0), DAY);

        assertThat(earned.points()).isEqualTo(15);
        assertThat(earned.words()).containsExactly("等级 1.5 倍");
    }

    @Test
    void categoriesWeighTheirLines() {
        var bill = bill(line("面", 1000), line("饮料", 1000), line("烟", 5000));
        var earned = weighing(Map.of("饮料", 200, "烟", 0)).earn(bill, ANYBODY, DAY);

        assertThat(earned.points()).isEqualTo(30);
        assertThat(earned.words()).containsExactly("饮料双倍", "烟不积分");
    }

    @Test
    void theDiscountFallsOnAllLinesAlike() {
        var bill = bill(line("面", 1000), line("烟", 1000)).paying(new Fen(1000));
        assertThat(weighing(Map.of("烟", 0)).earn(bill, ANYBODY, DAY).points()).isEqualTo(5);
    }

    @Test
    void storesMultiply() {
        var rules = new EarningRules(100, Map.of(), Map.of(), Map.of(1L, 150, 2L, 300), List.of(), null);
        assertThat(rules.earn(of(1000), ANYBODY, DAY).points()).isEqualTo(15);
    }

    @Test
    void aMemberDayCountsDouble() {
        var sunday = with(new Window(Window.Kind.WEEKDAY, 7, 200));

        assertThat(sunday.earn(of(1000), ANYBODY, DAY)).isEqualTo(new Earned(20, List.of("会员日双倍")));
        assertThat(sunday.earn(of(1000), ANYBODY, DAY.plusDays(1)).points()).isEqualTo(10);
    }

    @Test
    void theThirtyFirstIsTheLastDayOfEveryMonth() {
        var last = with(new Window(Window.Kind.MONTH_DAY, 31, 200));
        assertThat(last.earn(of(1000), ANYBODY, LocalDate.of(2026, 11, 30)).points())
                .isEqualTo(20);
        assertThat(last.earn(of(1000), ANYBODY, LocalDate.of(2026, 12, 30)).points())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"1990-11-22,20", "1990-11-23,10"})
    void birthdaysCountDouble(LocalDate birthday, long points) {
        var rules = with(new Window(Window.Kind.BIRTHDAY, 0, 200));
        assertThat(rules.lookAtBirthdays()).isTrue();
        assertThat(rules.earn(of(1000), bornOn(birthday), DAY).points()).isEqualTo(points);
        assertThat(rules.earn(of(1000), bornOn(null), DAY).points()).isEqualTo(10);
    }

    @Test
    void theTwentyNinthOfFebruaryIsKeptOnTheTwentyEighth() {
        var rules = with(new Window(Window.Kind.BIRTHDAY, 0, 200));
        var born = bornOn(LocalDate.of(1992, 2, 29));
        assertThat(rules.earn(of(1000), born, LocalDate.of(2027, 2, 28)).points())
                .isEqualTo(20);
        assertThat(rules.earn(of(1000), born, LocalDate.of(2028, 2, 28)).points())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-29,20", "2027-01-01,20", "2027-01-04,20", "2026-12-28,10", "2027-01-05,10"})
    void aBirthdayWeekGoesOverTheTurnOfTheYear(LocalDate day, long points) {
        var rules = with(new Window(Window.Kind.BIRTHDAY_WEEK, 0, 200));
        assertThat(rules.earn(of(1000), bornOn(LocalDate.of(1990, 1, 1)), day).points())
                .isEqualTo(points);
    }

    @Test
    void ofSeveralWindowsTheBestCounts() {
        var rules = with(new Window(Window.Kind.WEEKDAY, 7, 200), new Window(Window.Kind.MONTH_DAY, 22, 300));
        var boosted = new MemberFacts(1, 100, true, 250, null, 0);

        assertThat(rules.earn(of(1000), boosted, DAY)).isEqualTo(new Earned(30, List.of("会员日 3 倍")));
    }

    @Test
    void aBoostAfterARiseCounts() {
        var boosted = new MemberFacts(2, 100, true, 200, null, 0);
        assertThat(EarningRules.usual().earn(of(1000), boosted, DAY)).isEqualTo(new Earned(20, List.of("升级加速双倍")));
    }

    @Test
    void theDailyCapHolds() {
        var some = new MemberFacts(1, 100, false, 100, null, 95);
        var over = new MemberFacts(1, 100, false, 100, null, 120);

        assertThat(capped(100).earn(of(2000), some, DAY)).isEqualTo(new Earned(5, List.of("已达每日上限 100 分")));
        assertThat(capped(100).earn(of(500), some, DAY).words()).isEmpty();
        assertThat(capped(100).earn(of(2000), over, DAY).points()).isZero();
    }

    @Test
    void theLargestOfEverythingDoesNotOverflow() {
        var window = new Window(Window.Kind.WEEKDAY, 7, 1000);
        var most = new EarningRules(100_000, Map.of(), Map.of("面", 1000), Map.of(1L, 1000), List.of(window), null);
        var facts = new MemberFacts(1, 1000, false, 100, null, 0);

        assertThat(most.earn(of(100_000_000), facts, DAY).points()).isEqualTo(10_000_000_000_000L);
    }

    @Test
    void rulesMustMakeSense() {
        refused(() -> new EarningRules(-1, Map.of(), Map.of(), Map.of(), List.of(), null));
        refused(() -> new EarningRules(100_001, Map.of(), Map.of(), Map.of(), List.of(), null));
        refused(() -> weighing(Map.of("面", -1)));
        refused(() -> weighing(Map.of("面", 1001)));
        refused(() -> capped(0));
        refused(() -> capped(-1));
        refused(() -> new Window(Window.Kind.WEEKDAY, 8, 200));
        refused(() -> new Window(Window.Kind.WEEKDAY, 0, 200));
        refused(() -> new Window(Window.Kind.MONTH_DAY, 32, 200));
        refused(() -> new Window(Window.Kind.BIRTHDAY, 1, 200));
    }

    private static void refused(ThrowingCallable work) {
        assertThatThrownBy(work).hasMessage("points.rules-impossible");
    }
}
