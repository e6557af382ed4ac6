package io.shuke.member.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.Clause;
import io.shuke.member.ground.Span;
import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class RatingsIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Autowired
    Counter shop;

    @Autowired
    Ratings ratings;

    @Autowired
    Everybody everybody;

    private int orders;

    @BeforeEach
    void open() {
        shop.open();
        shop.clock.setNoon(TODAY, Counter.SHANGHAI);
    }

    private void judge() {
        shop.clock.setNoon(TODAY, Counter.SHANGHAI);
        shop.in(() -> ratings.run(3));
    }

    @Test
    void theBestFifthIsAFifth() {
        var members = new ArrayList<MemberId>();
        for (int i = 1; i <= 10; i++) {
            members.add(member(10_000 * i, 10 - i));
        }

        judge();

        assertThat(who(PurchaseClauses.money(Span.exactly(5)))).containsExactlyElementsOf(members.subList(8, 10));
        assertThat(who(PurchaseClauses.recency(Span.exactly(5)))).containsExactlyElementsOf(members.subList(8, 10));
        assertThat(who(PurchaseClauses.money(Span.exactly(1)))).containsExactlyElementsOf(members.subList(0, 2));
        assertThat(who(PurchaseClauses.frequency(Span.exactly(1)))).isEqualTo(members);
    }

    @Test
    void oneBuyerIsNoReasonToFail() {
        var only = member(1_000, 0);

        judge();

        assertThat(who(PurchaseClauses.money(Span.exactly(1)))).containsExactly(only);
        assertThat(who(PurchaseClauses.quadrant(Quadrant.SELDOM_CHEAP))).containsExactly(only);
    }

    @Test
    void nobodyBoughtAndNothingIsJudged() {
        assertThat(shop.in(() -> ratings.run(3))).isZero();
    }

    @Test
    void theStageFollowsTheOwnRhythm() {
        var fresh = member(1_000, 10);
        var daily = member(1_000, 120, 119, 118, 117, 22);
        var monthly = member(1_000, 150, 120, 90, 60, 40);
        var weekly = member(1_000, 51, 44, 37, 30);
        var asleep = member(1_000, 70);
        var quarterly = member(1_000, 360, 270, 180, 90);

        judge();

        assertThat(who(PurchaseClauses.stage(LifeStage.NEW))).containsExactly(fresh);
        assertThat(who(PurchaseClauses.stage(LifeStage.ACTIVE))).containsExactlyInAnyOrder(monthly, quarterly, daily);
        assertThat(who(PurchaseClauses.stage(LifeStage.DECLINING))).containsExactly(weekly);
        assertThat(who(PurchaseClauses.stage(LifeStage.ASLEEP))).containsExactly(asleep);
    }

    @Test
    void lateIsAgainstTheOwnInterval() {
        var weekly = member(1_000, 50, 43, 36, 29);
        var monthly = member(1_000, 150, 120, 90, 60, 29);
        shop.clock.setNoon(TODAY, Counter.SHANGHAI);

        assertThat(who(PurchaseClauses.late(200, shop.clock.instant()))).containsExactly(weekly);
        assertThat(who(PurchaseClauses.late(200, shop.clock.instant()).not())).containsExactly(monthly);
    }

    @Test
    void theQuadrantsAreAgainstTheMiddle() {
        var oftenDear = member(9_000, 3, 2, 1);
        var oftenCheap = member(1_000, 3, 2, 1);
        var seldomDear = member(9_000, 1);
        var seldomCheap = member(1_000, 1);

        judge();

        assertThat(who(PurchaseClauses.quadrant(Quadrant.OFTEN_DEAR))).containsExactly(oftenDear);
        assertThat(who(PurchaseClauses.quadrant(Quadrant.OFTEN_CHEAP))).containsExactly(oftenCheap);
        assertThat(who(PurchaseClauses.quadrant(Quadrant.SELDOM_DEAR))).containsExactly(seldomDear);
        assertThat(who(PurchaseClauses.quadrant(Quadrant.SELDOM_CHEAP))).containsExactly(seldomCheap);
    }

    private MemberId member(long fen, int... daysAgo) {
        var member = shop.anyMember();
        for (var days : daysAgo) {
            shop.clock.setNoon(TODAY.minusDays(days), Counter.SHANGHAI);
            shop.buy(member, "o" + ++orders, fen);
        }
        return member;
    }

    private List<MemberId> who(Clause clause) {
        return shop.in(() -> everybody.page(clause, 0, 100));
    }
}
