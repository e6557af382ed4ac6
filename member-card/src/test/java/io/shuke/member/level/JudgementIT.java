package io.shuke.member.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class JudgementIT {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 10);

    @Autowired
    Academy shop;

    @BeforeEach
    void open() {
        shop.setDay(JANUARY);
        shop.open(StandingTest.LADDER);
    }

    private void judgeOn(LocalDate day) {
        shop.setDay(day);
        shop.facts.clear();
        shop.judge();
    }

    @Test
    void whoStaysAboveStays() {
        var member = shop.anyMember();
        shop.buy(member, 60_000);

        judgeOn(LocalDate.of(2026, 7, 1));

        assertThat(shop.step(member)).isEqualTo(2);
        assertThat(shop.facts).isEmpty();
    }

    @Test
    void thirdMonthBelowLeadsOneStepDownAfterTwoNotices() {
        var member = shop.anyMember();
        shop.buy(member, 250_000);

        judgeOn(LocalDate.of(2026, 8, 1));
        assertThat(shop.facts)
                .containsExactly(new LevelAtRisk(member, new Level(3, "金卡"), 2, 200_000, "本期再消费 ¥2000 可保住金卡"));
        judgeOn(LocalDate.of(2026, 9, 1));
        assertThat(shop.step(member)).isEqualTo(3);
        judgeOn(LocalDate.of(2026, 10, 1));

        assertThat(shop.step(member)).isEqualTo(2);
        assertThat(shop.ranked(member)).isEqualTo(2);
        assertThat(shop.facts).containsExactly(new LevelLowered(member, new Level(3, "金卡"), new Level(2, "银卡")));
    }

    @Test
    void aGoodMonthInBetweenStartsTheCountAnew() {
        var member = shop.anyMember();
        shop.buy(member, 60_000);
        judgeOn(LocalDate.of(2026, 8, 1));
        judgeOn(LocalDate.of(2026, 9, 1));
        shop.buy(member, 50_000);
        judgeOn(LocalDate.of(2026, 10, 1));
        assertThat(shop.facts).isEmpty();
        judgeOn(LocalDate.of(2027, 4, 1));

        assertThat(shop.step(member)).isEqualTo(2);
        assertThat(shop.facts).hasOnlyElementsOfType(LevelAtRisk.class);
    }

    @Test
    void theGapIsWhatIsMissingForTheNextJudgement() {
        var member = shop.anyMember();
        shop.buy(member, 60_000);
        shop.setDay(LocalDate.of(2026, 7, 20));
        shop.buy(member, 12_345);
        shop.setDay(LocalDate.of(2026, 8, 1));
        shop.buy(member, 100);

        judgeOn(LocalDate.of(2026, 8, 1));

        assertThat(shop.facts).singleElement().satisfies(fact -> assertThat(((LevelAtRisk) fact).gap())
                .isEqualTo(50_000 - 12_345 - 100));
    }

    @Test
    void whoRoseOfLateIsProtected() {
        var patient = new Ladder(Measure.AMOUNT, 1, 1, 60, 0, 100, StandingTest.LADDER.rungs());
        shop.open(patient);
        var member = shop.anyMember();
        shop.buy(member, 60_000);

        judgeOn(LocalDate.of(2026, 3, 1));
        assertThat(shop.step(member)).isEqualTo(2);
        judgeOn(LocalDate.of(2026, 4, 1));
        assertThat(shop.step(member)).isEqualTo(1);
    }

    @Test
    void aSecondRunOfTheSameMonthChangesNothing() {
        var member = shop.anyMember();
        shop.buy(member, 60_000);
        judgeOn(LocalDate.of(2026, 8, 1));

        judgeOn(LocalDate.of(2026, 8, 2));

        assertThat(shop.facts).isEmpty();
        assertThat(shop.step(member)).isEqualTo(2);
    }

    @Test
    void whatWasCutOffGoesOnWhereItStood() {
        var members = new ArrayList<MemberId>();
        for (int i = 0; i < 10; i++) {
            members.add(shop.anyMember());
            shop.buy(members.get(i), 60_000);
        }
        shop.setDay(LocalDate.of(2026, 8, 1));
        shop.facts.clear();
        shop.in(() -> shop.judgement.judge(4));
        assertThat(shop.facts).hasSize(4);

        shop.judge();

        assertThat(shop.facts).hasSize(10);
        assertThat(shop.facts.stream().map(fact -> ((LevelAtRisk) fact).member()))
                .containsExactlyElementsOf(members);
    }

    @Test
    void aShareIsKeptAtTheJudgementAndBetweenJudgements() {
        var capped = new Ladder(
                Measure.AMOUNT,
                6,
                1,
                0,
                0,
                100,
                List.of(
                        Rung.of(1, "普通会员", 0, Benefits.NONE),
                        Rung.of(2, "金卡", 1_000, Benefits.NONE).cappedAt(10)));
        shop.open(capped);
        var members = new ArrayList<MemberId>();
        for (int i = 0; i < 20; i++) {
            members.add(shop.anyMember());
            shop.buy(members.get(i), 10_000 + i);
        }

        judgeOn(LocalDate.of(2026, 2, 1));

        assertThat(members.stream().filter(member -> shop.step(member) == 2))
                .containsExactly(members.get(18), members.get(19));
        var newcomer = shop.anyMember();
        assertThat(shop.buy(newcomer, 10_017).step()).isEqualTo(1);
        assertThat(shop.buy(newcomer, 1).step()).isEqualTo(2);
    }

    /** Whichever comes first, a purchase that saves the level has saved it. */
    @RepeatedTest(3)
    void aPurchaseInTheMomentOfTheJudgementIsInItOrAfterIt() {
        var strict = new Ladder(Measure.AMOUNT, 1, 1, 0, 0, 100, StandingTest.LADDER.rungs());
        shop.open(strict);
        var members = new ArrayList<MemberId>();
        for (int i = 0; i < 180; i++) {
            members.add(shop.anyMember());
            shop.buy(members.get(i), 60_000);
        }
        shop.setDay(LocalDate.of(2026, 3, 1));

        var random = new SplittableRandom(7);
        var turns = new java.util.HashSet<Integer>();
        while (turns.size() < 20) {
            turns.add(random.nextInt(200));
        }
        var order = new java.util.concurrent.atomic.AtomicInteger();
        shop.race(
                200,
                number -> turns.contains(number)
                        ? (Object) shop.judgement.judge(10)
                        : shop.levels.bought(
                                shop.levels.hold(members.get(order.getAndIncrement())),
                                Deed.bill(shop.today(), 50_000, 0)));
        shop.judge();

        assertThat(members).allSatisfy(member -> {
            assertThat(shop.step(member)).isEqualTo(2);
            assertThat(shop.ranked(member)).isEqualTo(2);
        });
    }
}
