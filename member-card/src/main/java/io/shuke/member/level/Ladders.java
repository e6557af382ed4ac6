package io.shuke.member.level;

import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The merchant's ladder, every version kept. */
@Component
class Ladders {

    /** Every card and every bill asks for it; a change reaches all nodes within this time. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private record Known(Ladder ladder, Instant until) {}

    private final LadderMapper mapper;
    private final Clock clock;
    private final Map<MerchantId, Known> known = new ConcurrentHashMap<>();

    Ladders(LadderMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    Ladder current() {
        var merchant = MerchantScope.current();
        var now = clock.instant();
        var remembered = known.get(merchant);
        if (remembered != null && now.isBefore(remembered.until())) {
            return remembered.ladder();
        }
        var ladder = newest().ladder();
        known.put(merchant, new Known(ladder, now.plus(REMEMBERED)));
        return ladder;
    }

    Levels.Version newest() {
        var row = mapper.newest();
        return row == null
                ? new Levels.Version(0, Ladder.USUAL)
                : new Levels.Version(row.version(), row.toDomain(mapper.rungs(row.version())));
    }

    /** Two owners who save at once: the second is told so by the version's key. */
    Levels.Version write(Ladder ladder, int version) {
        mapper.insert(
                new LadderMapper.LadderRow(
                        version,
                        ladder.measure().name(),
                        ladder.windowMonths(),
                        ladder.graceMonths(),
                        ladder.protectionDays(),
                        ladder.boostDays(),
                        ladder.boostPercent()),
                clock.instant());
        ladder.rungs().forEach(rung -> mapper.insertRung(version, LadderMapper.RungRow.of(rung)));
        mapper.forgetCutoffs();
        mapper.shorten(ladder.top());
        forget();
        return new Levels.Version(version, ladder);
    }

    void forget() {
        known.remove(MerchantScope.current());
    }
}
