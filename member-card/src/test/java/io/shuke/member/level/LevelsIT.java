package io.shuke.member.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberLeft;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@ShopTest
class LevelsIT {

    @Autowired
    Academy shop;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void open() {
        shop.setDay(LocalDate.of(2026, 11, 22));
        shop.open(StandingTest.LADDER);
    }

    private void publish(Object event) {
        shop.together(() -> {
            events.publishEvent(event);
            return true;
        });
    }

    @Test
    void theLadderComesBackAsItWasSaved() {
        var gold = Rung.of(2, "金卡", 80_000, new Benefits(90, 150, "长寿面一碗", true, 1, true))
                .cappedAt(10);
        var ladder = new Ladder(Measure.VISITS, 12, 2, 0, 3, 150, List.of(Rung.of(1, "普通会员", 0, Benefits.NONE), gold));

        shop.in(() -> {
            shop.levels.change(ladder);
            return true;
        });

        assertThat(shop.in(shop.levels::ladder)).isEqualTo(ladder);
    }

    @Test
    void aRiseIsKeptToldAndCopied() {
        var member = shop.anyMember();

        shop.buy(member, 50_000);

        assertThat(shop.step(member)).isEqualTo(2);
        assertThat(shop.ranked(member)).isEqualTo(2);
        assertThat(shop.facts)
                .containsExactly(
                        new LevelRaised(member, new Level(1, "普通会员"), new Level(2, "银卡"), LocalDate.of(2026, 11, 28)));
        assertThat(shop.in(() -> shop.levels.progress(member)).text()).isEqualTo("再消费 ¥1500 升为金卡");
    }

    @Test
    void whatGoesBackTakesTheRiseBack() {
        var member = shop.anyMember();
        shop.buy(member, 50_000);

        shop.takeBack(member, 1);

        assertThat(shop.step(member)).isEqualTo(1);
        assertThat(shop.ranked(member)).isEqualTo(1);
        assertThat(shop.facts).last().isInstanceOf(LevelLowered.class);
    }

    @RepeatedTest(2)
    void twoHundredPurchasesAndRefundsAtOnceEndWhereTheirSumStands() {
        var member = shop.anyMember();
        shop.buy(member, 40_000);

        shop.race(
                200,
                number -> number % 2 == 0
                        ? shop.levels.bought(shop.levels.hold(member), Deed.bill(shop.today(), 10_000, 0))
                        : shop.levels.takenBack(shop.levels.hold(member), Deed.bill(shop.today(), 10_000, 0)));

        assertThat(shop.in(() -> shop.levels.progress(member)).value()).isEqualTo(40_000);
        assertThat(shop.step(member)).isEqualTo(1);
        assertThat(shop.ranked(member)).isEqualTo(1);
    }

    @RepeatedTest(2)
    void twoHundredPurchasesAtOnceRaiseOnce() {
        var member = shop.anyMember();

        shop.race(200, number -> shop.levels.bought(shop.levels.hold(member), Deed.bill(shop.today(), 500, 0)));

        assertThat(shop.step(member)).isEqualTo(2);
        assertThat(shop.facts).filteredOn(LevelRaised.class::isInstance).hasSize(1);
    }

    @Test
    void aMergeKeepsTheBetterLevelAndAnUndoGivesEachHisOwn() {
        var kept = shop.anyMember();
        var absorbed = shop.anyMember();
        shop.buy(kept, 30_000);
        shop.buy(absorbed, 60_000);

        publish(new MergedMembers(1, kept, absorbed));
        assertThat(shop.step(kept)).isEqualTo(2);
        assertThat(value(kept)).isEqualTo(90_000);
        publish(new MergeUndone(1, kept, absorbed));

        assertThat(value(kept)).isEqualTo(30_000);
        assertThat(value(absorbed)).isEqualTo(60_000);
        assertThat(shop.ranked(absorbed)).isEqualTo(2);
    }

    private long value(MemberId member) {
        return shop.in(() -> shop.levels.progress(member)).value();
    }

    @Test
    void nothingIsLeftOfWhoLeft() {
        var member = shop.anyMember();
        shop.buy(member, 60_000);

        publish(new MemberLeft(member));

        assertThat(shop.step(member)).isEqualTo(1);
    }

    @Test
    void aLadderIsTriedBeforeItIsSaved() {
        for (long fen : new long[] {10_000, 60_000, 250_000}) {
            shop.buy(shop.anyMember(), fen);
        }
        shop.anyMember();
        var generous = new Ladder(
                Measure.AMOUNT,
                6,
                3,
                30,
                7,
                200,
                List.of(
                        Rung.of(1, "普通会员", 0, Benefits.NONE),
                        Rung.of(2, "银卡", 5_000, new Benefits(90, 100, "", false, 0, false))));

        var trial = shop.in(() -> shop.levels.tryOut(generous));

        assertThat(trial.steps()).extracting(Trial.Step::members).containsExactly(1L, 3L);
        assertThat(trial.raised()).isEqualTo(1);
        assertThat(trial.lowered()).isEqualTo(1);
        assertThat(trial.discountFen()).isEqualTo(32_000);
        assertThat(shop.in(shop.levels::ladder)).isEqualTo(StandingTest.LADDER);
    }

    @Test
    void aShorterLadderHasRoomForEverybody() {
        var member = shop.anyMember();
        shop.buy(member, 250_000);
        var shorter = new Ladder(
                Measure.AMOUNT,
                6,
                3,
                30,
                7,
                200,
                List.of(Rung.of(1, "普通会员", 0, Benefits.NONE), Rung.of(2, "会员", 100, Benefits.NONE)));

        shop.in(() -> {
            shop.levels.change(shorter);
            return true;
        });

        assertThat(shop.step(member)).isEqualTo(2);
    }
}
