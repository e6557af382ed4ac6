package io.shuke.member.ledger;

import static io.shuke.member.ledger.LedgerIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MergedMembers;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@ShopTest
class HoldsIT {

    private static final Reference GIFT = new Reference("gift:1");

    @Autowired
    Shop shop;

    @Autowired
    Holds holds;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void open() {
        shop.open();
    }

    @AfterEach
    void booksAddUp() {
        shop.booksAddUp();
    }

    @Test
    void whatIsHeldCannotBeSpent() {
        var member = shop.memberWith(100);

        place(member, 80, "gift:1");
        place(member, 80, "gift:1");

        refused(() -> shop.spend(member, 21, "gift:2"), "points.insufficient");
        assertThat(shop.balance(member)).isEqualTo(20);
    }

    @Test
    void aCaptureTakesWhatItNeedsAndGivesTheRestBack() {
        var member = shop.memberWith(100);
        place(member, 80, "gift:1");

        capture(member, 50);
        capture(member, 50);

        assertThat(shop.balance(member)).isEqualTo(50);
        refused(() -> capture(member, 51), "ledger.hold-over");
        refused(() -> release(member), "ledger.hold-over");
    }

    @Test
    void noMoreThanWasHeldIsCaptured() {
        var member = shop.memberWith(100);
        place(member, 80, "gift:1");

        refused(() -> capture(member, 81), "ledger.more-than-original");
        refused(() -> capture(member, 0), "ledger.not-positive");
        refused(() -> capture(shop.anyMember(), 1), "ledger.no-such-hold");
    }

    @Test
    void aReleaseGivesItBackOnce() {
        var member = shop.memberWith(100);
        place(member, 80, "gift:1");

        release(member);
        release(member);

        assertThat(shop.balance(member)).isEqualTo(100);
        refused(() -> capture(member, 80), "ledger.hold-over");
    }

    @Test
    void whatHasEndedIsGivenBackByItself() {
        var member = shop.memberWith(100);
        place(member, 80, "gift:1");
        assertThat(end()).isZero();

        shop.clock.advance(Duration.ofMinutes(16));
        refused(() -> capture(member, 80), "ledger.hold-over");

        assertThat(end()).isOne();
        assertThat(end()).isZero();
        assertThat(shop.balance(member)).isEqualTo(100);
    }

    @Test
    void aHoldFollowsItsMemberThroughAMerge() {
        var kept = shop.memberWith(1);
        var absorbed = shop.memberWith(100);
        place(absorbed, 80, "gift:1");

        shop.inOneTransaction(() -> events.publishEvent(new MergedMembers(1, kept, absorbed)));
        release(kept);

        assertThat(shop.balance(kept)).isEqualTo(101);
    }

    @RepeatedTest(3)
    void captureReleaseAndTheEndRaceToOneOutcome() {
        var member = shop.memberWith(100);
        place(member, 80, "gift:1");
        shop.race(200, number -> {
            switch (number % 4) {
                case 0 -> holds.capture(member, Asset.POINTS, GIFT, 60);
                case 1 -> holds.release(member, Asset.POINTS, GIFT);
                case 2 -> holds.releaseEnded(5);
                default ->
                    holds.place(
                            Movement.spend(
                                    member, Asset.POINTS, 100, Reason.GIFT, new Reference("gift:" + (number + 10))),
                            shop.now().plusSeconds(900));
            }
            return true;
        });

        var balance = shop.balance(member);
        var state = shop.database.queryForObject(
                "SELECT state FROM ledger_hold WHERE merchant_id = ? AND reference = 'gift:1'",
                String.class,
                shop.merchant().value());
        assertThat(balance).isIn("CAPTURED".equals(state) ? new Object[] {40L} : new Object[] {0L, 100L});
    }

    @Test
    void ofTwoHundredHoldsOfAWholeBalanceOneSucceeds() {
        var member = shop.memberWith(100);

        var done = shop.race(
                200,
                number -> holds.place(
                        Movement.spend(member, Asset.POINTS, 100, Reason.GIFT, new Reference("gift:" + number)),
                        shop.now().plusSeconds(900)));

        assertThat(done).filteredOn(Objects::nonNull).hasSize(1);
    }

    private void place(MemberId member, long points, String reference) {
        shop.in(() -> holds.place(
                Movement.spend(member, Asset.POINTS, points, Reason.GIFT, new Reference(reference)),
                shop.now().plus(Duration.ofMinutes(15))));
    }

    private void capture(MemberId member, long points) {
        shop.in(() -> {
            holds.capture(member, Asset.POINTS, GIFT, points);
            return true;
        });
    }

    private void release(MemberId member) {
        shop.in(() -> {
            holds.release(member, Asset.POINTS, GIFT);
            return true;
        });
    }

    private int end() {
        return shop.in(() -> holds.releaseEnded(10));
    }
}
