package io.shuke.member.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Goes through the whole books of the merchant and tells what does not add up. */
@Service
public class LedgerCheck {

    /** Clocks of two nodes differ. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final LedgerCheckMapper mapper;
    private final Clock clock;

    LedgerCheck(LedgerCheckMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** All questions are put to one and the same moment, however busy the shop is meanwhile. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Violation> run() {
        return Stream.of(
                        mapper.balanceIsNotTheSum(),
                        mapper.movementIsNotBalanced(),
                        mapper.runningBalanceBreaks(),
                        mapper.overspent(),
                        mapper.postedTwice(),
                        mapper.movementWithoutEntries(),
                        mapper.entryWithoutMovement(),
                        mapper.merchantCrossed(),
                        mapper.wronglyReversed(),
                        mapper.reversedTooMuch(),
                        mapper.timeGoesBack(clock.instant().plus(SKEW)),
                        mapper.lotsAreNotTheBalance(),
                        mapper.lotsAreNotTheirHistory())
                .flatMap(List::stream)
                .toList();
    }
}
