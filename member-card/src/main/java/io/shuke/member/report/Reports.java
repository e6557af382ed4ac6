package io.shuke.member.report;

import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** What the shop's days, weeks and months came to. */
@Service
public class Reports {

    /** Bills of a till that was offline, and what becomes of messages, are told late. */
    private static final int DAYS_ANEW = 7;

    private static final int DAYS_BACK = 400;
    /** Nothing for so long: the shop is no older. */
    private static final int SILENCE = 60;

    private static final Duration LONG = Duration.ofMillis(500);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private record Known(LocalDate day, List<Fact> facts, Instant until) {}

    private final Map<MerchantId, Known> slow = new ConcurrentHashMap<>();
    private final Figures figures;
    private final Merchants merchants;
    private final Clock clock;

    Reports(Figures figures, Merchants merchants, Clock clock) {
        this.figures = figures;
        this.merchants = merchants;
        this.clock = clock;
    }

    /**
     * So many periods, the running one last, as they were written down last night.
     *
     * @param store 0 for the whole shop
     */
    public List<Period> periods(Grain grain, int many, long store) {
        var running = grain.first(currentDay());
        return figures.read(grain, grain.plus(running, 1 - many), grain.plus(running, 1), store);
    }

    /**
     * What has happened today until now, in the whole shop and in each of its stores. Where that took long, it is not asked
     * again for a minute.
     */
    public List<Fact> today() {
        var merchant = MerchantScope.current();
        var day = currentDay();
        var now = clock.instant();
        var known = slow.get(merchant);
        if (known != null && known.day().equals(day) && now.isBefore(known.until())) {
            return known.facts();
        }
        var begin = System.nanoTime();
        var facts = day(day);
        if (System.nanoTime() - begin > LONG.toNanos()) {
            slow.put(merchant, new Known(day, facts, now.plus(REMEMBERED)));
        }
        return facts;
    }

    /** The same of a day that nobody has written down. */
    public List<Fact> day(LocalDate day) {
        return figures.quickly(
                Stretch.of(day, day.plusDays(1), merchants.current().zone()));
    }

    /** How the shop stood last. */
    public Optional<StandingDay> standing() {
        var all = figures.standings(currentDay().minusDays(DAYS_ANEW), currentDay());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /**
     * Writes down what is over: the last days anew, and whatever older is missing. It may be begun again at any point.
     *
     * @param today the day that has begun
     * @return how many periods were written
     */
    public int run(LocalDate today) {
        var zone = merchants.current().zone();
        var written = 0;
        for (var grain : Grain.values()) {
            var silent = 0;
            var first = grain.first(today.minusDays(1));
            while (first.isAfter(today.minusDays(DAYS_BACK)) && silent < SILENCE) {
                var end = grain.plus(first, 1);
                var known = figures.written(grain, first);
                var anew = end.isAfter(today.minusDays(DAYS_ANEW)) || known.isEmpty();
                var told =
                        anew ? figures.write(grain, first, end.isAfter(today) ? today : end, zone) : known.getAsInt();
                silent = told == 0 ? silent + days(first, end) : 0;
                written += anew ? 1 : 0;
                first = grain.plus(first, -1);
            }
        }
        figures.stand(today.minusDays(1));
        return written;
    }

    private static int days(LocalDate first, LocalDate end) {
        return (int) (end.toEpochDay() - first.toEpochDay());
    }

    private LocalDate currentDay() {
        return LocalDate.ofInstant(clock.instant(), merchants.current().zone());
    }
}
