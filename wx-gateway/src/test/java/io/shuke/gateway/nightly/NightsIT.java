package io.shuke.gateway.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shuke.OpenShop;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.ground.NightlyJob;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OpenShop
class NightsIT {

    private static final MerchantId SHOP = new MerchantId(1);
    private static final LocalDate DAY = LocalDate.of(2030, 3, 1);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private static final class Watch extends Clock {

        private volatile Instant now =
                DAY.atTime(4, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return fixed(now, zone);
        }
    }

    @Autowired
    NightlyMapper mapper;

    @Autowired
    Merchants merchants;

    @Autowired
    Jdbc jdbc;

    @Autowired
    List<NightlyJob> jobs;

    private final Watch clock = new Watch();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private String name = "";

    @BeforeEach
    void anotherName() {
        name = "test." + "abcdefghijklmnop".charAt(NAMES.getAndIncrement());
    }

    /** A node of its own, with one thing to do; for this test's shop only. */
    private Nights node() {
        var job = new NightlyJob(name, LocalTime.of(3, 0), day -> {
            if (MerchantScope.current().equals(SHOP)) {
                if (failures.getAndDecrement() > 0) {
                    throw new IllegalStateException("as was meant");
                }
                done.incrementAndGet();
            }
            return 7;
        });
        return new Nights(List.of(job), mapper, merchants, jdbc, clock, meters);
    }

    @Test
    void oneOfManyNodesDoesItOnceADay() {
        var nodes = IntStream.range(0, 20).mapToObj(n -> node()).toList();

        for (int round = 0; round < 2; round++) {
            nodes.stream()
                    .map(node -> CompletableFuture.runAsync(node::look))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        assertThat(done).hasValue(1);

        clock.now = clock.now.plus(Duration.ofDays(1));
        nodes.forEach(Nights::look);
        assertThat(done).hasValue(2);
    }

    @Test
    void whatFailedIsTriedAgainAfterAPause() {
        failures.set(1);
        var node = node();
        node.look();
        node.look();
        assertThat(done).hasValue(0);

        clock.now = clock.now.plus(Nights.PAUSE);
        node.look();

        assertThat(done).hasValue(1);
        assertThat(meters.get("nightly.run").tag("outcome", "failed").timer().count())
                .isEqualTo(1);
        assertThat(meters.get("nightly.run").tag("outcome", "done").timer().count())
                .isPositive();
    }

    @Test
    void aNodeThatDiedIsReplacedAndNoLongerCounts() {
        jdbc.within(SHOP, () -> {
            mapper.begin(name, DAY, clock.now.plus(Nights.LEASE));
            return true;
        });
        var node = node();
        node.look();
        assertThat(done).as("while it may still live").hasValue(0);

        clock.now = clock.now.plus(Nights.LEASE);
        node.look();

        assertThat(done).hasValue(1);
        assertThat(jdbc.within(SHOP, () -> mapper.finish(name, DAY, 1, clock.now, 0)))
                .isZero();
        assertThat(jdbc.within(SHOP, () -> mapper.extend(name, DAY, 1, clock.now)))
                .isZero();
    }

    @Test
    void pointsExpireAtNight() {
        assertThat(jobs).extracting(NightlyJob::name).contains("points.expiry");
    }
}
