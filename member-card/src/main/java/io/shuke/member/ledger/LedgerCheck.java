package io.shuke.member.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Goes through the books of the merchant, whole or account by account, and tells what does not add up. */
@Service
public class LedgerCheck {

    /** Clocks of two nodes differ. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final LedgerCheckMapper mapper;
    private final StaffChain chain;
    private final Clock clock;

    LedgerCheck(LedgerCheckMapper mapper, StaffChain chain, Clock clock) {
        this.mapper = mapper;
        this.chain = chain;
        this.clock = clock;
    }

    /** All questions are put to one and the same moment, however busy the shop is meanwhile. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Violation> run() {
        return Stream.concat(accounts(0, Long.MAX_VALUE), chain.breaks().stream())
                .toList();
    }

    /** The accounts with ids above the first and up to the second. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<Violation> between(long after, long upTo) {
        return accounts(after, upTo).toList();
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<Violation> glance(long after, long upTo) {
        return Stream.concat(
                        mapper.balanceIsNotTheNewest(after, upTo).stream(),
                        mapper.lotsAreNotTheBalance(after, upTo).stream())
                .toList();
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<Violation> runChain() {
        return chain.breaks();
    }

    private Stream<Violation> accounts(long after, long upTo) {
        return Stream.of(
                        mapper.balanceIsNotTheSum(after, upTo),
                        mapper.movementIsNotBalanced(after, upTo),
                        mapper.runningBalanceBreaks(after, upTo),
                        mapper.overspent(after, upTo),
                        mapper.postedTwice(after, upTo),
                        mapper.movementWithoutEntries(after, upTo),
                        mapper.entryWithoutMovement(after, upTo),
                        mapper.merchantCrossed(after, upTo),
                        mapper.wronglyReversed(after, upTo),
                        mapper.reversedTooMuch(after, upTo),
                        mapper.staffUnchained(after, upTo),
                        mapper.timeGoesBack(after, upTo, clock.instant().plus(SKEW)),
                        mapper.lotsAreNotTheBalance(after, upTo),
                        mapper.lotsAreNotTheirHistory(after, upTo))
                .flatMap(List::stream);
    }
}
