package io.shuke.marketing.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.SettableClock;
import io.shuke.marketing.ShopTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class CheckInRaceIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final int WIDE = 200;

    @Autowired
    Counter counter;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void open() {
        counter.open(MONDAY);
    }

    @AfterEach
    void allAddsUp() {
        counter.allAddsUp();
    }

    @Test
    void twoHundredTapsOfOneMemberThroughTheLaneAreOneCheckIn() {
        var member = counter.anyMember();
        var lane = counter.lane();

        var taps = IntStream.range(0, WIDE)
                .mapToObj(n -> counter.tap(lane, member))
                .toList();

        assertOneOf(taps.stream().map(CompletableFuture::join).toList());
        assertThat(counter.balance(member)).isEqualTo(5);
    }

    @Test
    void twoHundredTapsOverTwoNodesAreOneCheckIn() {
        var member = counter.anyMember();
        var nodes = List.of(counter.node(), counter.node());

        var taps = IntStream.range(0, WIDE)
                .mapToObj(n -> counter.tap(nodes.get(n % 2), member))
                .toList();

        assertOneOf(taps.stream().map(CompletableFuture::join).toList());
        assertThat(counter.balance(member)).isEqualTo(5);
    }

    @Test
    void twoHundredTapsOneByOneAreOneCheckIn() {
        var member = counter.anyMember();

        var taps = counter.race(Stream.<Supplier<CheckedIn>>generate(() -> () -> counter.tap(member))
                .limit(WIDE));

        assertThat(taps).hasSize(WIDE).doesNotContainNull();
        assertThat(taps).filteredOn(tap -> tap != null && tap.first()).hasSize(1);
        assertThat(counter.balance(member)).isEqualTo(5);
    }

    private void assertOneOf(List<CheckedIn> taps) {
        assertThat(taps).hasSize(WIDE).filteredOn(CheckedIn::first).hasSize(1);
        assertThat(taps.stream().map(CheckedIn::checkIn).distinct()).hasSize(1);
        assertThat(counter.checkIns()).isEqualTo(1);
        assertThat(counter.payments()).isEqualTo(1);
    }

    @Test
    void overMidnightNobodyIsPaidTwiceForADay() {
        var members = counter.members(300);
        var nodes = List.of(counter.node(), counter.node());
        clock.set(MONDAY.atTime(23, 59, 58).atZone(Counter.SHANGHAI).toInstant());
        var random = new SplittableRandom(20261116);

        var taps = new ArrayList<CompletableFuture<CheckedIn>>();
        for (int wave = 0; wave < 20; wave++) {
            for (int tap = 0; tap < 15; tap++) {
                var member = members.get(random.nextInt(members.size()));
                for (int same = 0; same < 4; same++) {
                    taps.add(counter.tap(nodes.get(same % 2), member));
                }
            }
            clock.advance(Duration.ofMillis(200));
            CompletableFuture.allOf(taps.toArray(CompletableFuture[]::new)).join();
        }

        var checkIns = taps.stream().map(CompletableFuture::join).toList();
        assertThat(checkIns.stream()
                        .map(one -> one.checkIn().day() + " until " + one.dayEnds())
                        .distinct())
                .as("each day ends at its own midnight")
                .containsExactlyInAnyOrder(
                        "2026-11-16 until 2026-11-16T16:00:00Z", "2026-11-17 until 2026-11-17T16:00:00Z");
        assertThat(checkIns).filteredOn(CheckedIn::first).hasSize((int) counter.checkIns());
    }
}
