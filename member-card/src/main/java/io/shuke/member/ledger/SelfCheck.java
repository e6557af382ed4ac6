package io.shuke.member.ledger;

import io.shuke.member.ground.Ids;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The shop's books watching themselves: whole at night and on demand, and all day long in a round over all accounts. What is
 * found freezes the account concerned and nobody else's, and stays as an alert until somebody has looked into it.
 */
@Service
public class SelfCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

    /** Ids below are the shop's own accounts, which only the whole check looks at. */
    private static final long FIRST = 99;

    private static final int LONGEST_DETAIL = 200;

    private final LedgerCheck check;
    private final List<FeatureCheck> features;
    private final AlertMapper mapper;
    private final TransactionOperations transaction;
    private final Ids ids;
    private final Clock clock;

    SelfCheck(
            LedgerCheck check,
            List<FeatureCheck> features,
            AlertMapper mapper,
            TransactionOperations transaction,
            Ids ids,
            Clock clock) {
        this.check = check;
        this.features = features;
        this.mapper = mapper;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Everything; minutes in a large shop. */
    public List<Violation> run() {
        return report(Stream.concat(check.run().stream(), ofFeatures()).toList());
    }

    /**
     * The next so many accounts of the round; behind the last ones the staff's chain and the features, and from the beginning.
     *
     * @return whether the round is not yet at its end
     */
    public boolean next(int accounts) {
        var position = mapper.position();
        var after = position == null ? FIRST : position;
        var upTo = mapper.upTo(after, accounts);
        report(
                upTo == null
                        ? Stream.concat(check.runChain().stream(), ofFeatures()).toList()
                        : check.between(after, upTo));
        mapper.goOn(upTo == null ? FIRST : upTo);
        return upTo != null;
    }

    private Stream<Violation> ofFeatures() {
        return features.stream().flatMap(feature -> feature.run().stream());
    }

    /** Newest first. */
    public List<Alert> alerts(int size) {
        return mapper.newest(size).stream().map(AlertMapper.AlertRow::toDomain).toList();
    }

    private List<Violation> report(List<Violation> found) {
        if (!found.isEmpty()) {
            transaction.executeWithoutResult(status -> found.forEach(this::raise));
        }
        return found;
    }

    private void raise(Violation found) {
        LOG.error("the books do not add up: {}; account {}, {}", found.rule(), found.account(), found.detail());
        var detail = found.detail();
        mapper.freeze(found.account());
        mapper.raise(
                ids.next(),
                found.rule(),
                found.account(),
                found.subject(),
                detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)),
                clock.instant());
    }
}
