package io.shuke.gateway.nightly;

import io.micrometer.core.instrument.MeterRegistry;
import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.NightlyJob;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sees to it that every {@link NightlyJob} is done for every merchant, each by one node at a time. */
@Component
class Nights {

    /** Whoever has not been heard of for so long is dead. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** After a failure. */
    static final Duration PAUSE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Nights.class);
    private static final int DAYS_KEPT = 90;

    private record Night(MerchantId merchant, String job) {}

    private record Turn(MerchantId merchant, NightlyJob job, LocalDate day, int attempt) {}

    private final List<NightlyJob> jobs;
    private final NightlyMapper mapper;
    private final Merchants merchants;
    private final Jdbc jdbc;
    private final Clock clock;
    private final MeterRegistry meters;
    /** So that a day that is done is not asked for twice a minute. */
    private final Map<Night, LocalDate> done = new ConcurrentHashMap<>();

    private final Set<Turn> running = ConcurrentHashMap.newKeySet();

    Nights(
            List<NightlyJob> jobs,
            NightlyMapper mapper,
            Merchants merchants,
            Jdbc jdbc,
            Clock clock,
            MeterRegistry meters) {
        this.jobs = jobs;
        this.mapper = mapper;
        this.merchants = merchants;
        this.jdbc = jdbc;
        this.clock = clock;
        this.meters = meters;
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 30_000)
    void look() {
        try {
            for (var merchant : jdbc.forAll(merchants::all)) {
                jobs.forEach(job -> look(merchant, job));
            }
        } catch (Busy away) {
            // The next look comes soon.
        }
    }

    private void look(Merchant merchant, NightlyJob job) {
        var day = job.due(clock.instant(), merchant.zone());
        if (day.equals(done.get(new Night(merchant.id(), job.name())))) {
            return;
        }
        jdbc.within(merchant.id(), () -> claim(merchant.id(), job, day))
                .ifPresent(attempt -> work(new Turn(merchant.id(), job, day, attempt)));
    }

    private OptionalInt claim(MerchantId merchant, NightlyJob job, LocalDate day) {
        var now = clock.instant();
        var row = mapper.one(job.name(), day);
        if (row == null) {
            try {
                mapper.begin(job.name(), day, now.plus(LEASE));
                return OptionalInt.of(1);
            } catch (DuplicateKeyException another) {
                return OptionalInt.empty();
            }
        }
        if (row.doneAt() != null) {
            done.put(new Night(merchant, job.name()), day);
            return OptionalInt.empty();
        }
        return mapper.take(job.name(), day, row.attempt(), now, now.plus(LEASE)) == 1
                ? OptionalInt.of(row.attempt() + 1)
                : OptionalInt.empty();
    }

    private void work(Turn turn) {
        var begin = System.nanoTime();
        running.add(turn);
        try {
            int handled = jdbc.within(turn.merchant(), () -> turn.job().work().applyAsInt(turn.day()));
            jdbc.within(turn.merchant(), () -> finish(turn, handled));
            LOG.info("{} of merchant {} for {}: {}", turn.job().name(), turn.merchant(), turn.day(), handled);
            report(turn, "done", begin);
        } catch (Busy away) {
            report(turn, "later", begin);
        } catch (RuntimeException failure) {
            LOG.error("{} of merchant {} failed", turn.job().name(), turn.merchant(), failure);
            report(turn, "failed", begin);
            postpone(turn);
        } finally {
            running.remove(turn);
        }
    }

    private boolean finish(Turn turn, int handled) {
        mapper.forget(turn.job().name(), turn.day().minusDays(DAYS_KEPT));
        return mapper.finish(turn.job().name(), turn.day(), turn.attempt(), clock.instant(), handled) == 1;
    }

    /** Without it, work that fails at once would be tried again each time a lease runs out. */
    private void postpone(Turn turn) {
        try {
            extend(turn, PAUSE);
        } catch (RuntimeException away) {
            LOG.debug("{} keeps its lease", turn.job().name());
        }
    }

    @Scheduled(fixedDelay = 20_000)
    void extend() {
        try {
            running.forEach(turn -> extend(turn, LEASE));
        } catch (Busy away) {
            // Whoever takes over meanwhile does nothing twice.
        }
    }

    private void extend(Turn turn, Duration by) {
        jdbc.within(
                turn.merchant(),
                () -> mapper.extend(
                        turn.job().name(),
                        turn.day(),
                        turn.attempt(),
                        clock.instant().plus(by)));
    }

    private void report(Turn turn, String outcome, long begin) {
        meters.timer("nightly.run", "job", turn.job().name(), "outcome", outcome)
                .record(Duration.ofNanos(System.nanoTime() - begin));
    }
}
