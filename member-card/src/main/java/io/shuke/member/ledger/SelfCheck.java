package io.shuke.member.ledger;

import io.shuke.member.ground.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The shop's books watching themselves: whole at night and on demand, and all day long in a round over all accounts. What is
 * found freezes the account concerned and nobody else's, and stays as an alert until somebody has settled it, see {@link Alerts}.
 */
@Service
public class SelfCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

    /** Ids below are the shop's own accounts, which only the whole check looks at. */
    private static final long FIRST = 99;

    /** One statement's worth of accounts: it holds a snapshot open no longer than a second or so. */
    private static final int AT_A_GLANCE = 50_000;

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

    /**
     * A quick look at all that is owned now: every balance against its newest entry and its lots. Seconds for a million
     * accounts, so that what is worth tampering with is found within a minute or two however large the shop is.
     */
    public List<Violation> glance() {
        var found = new ArrayList<Violation>();
        var after = FIRST;
        for (var upTo = mapper.upTo(after, AT_A_GLANCE); upTo != null; upTo = mapper.upTo(after, AT_A_GLANCE)) {
            found.addAll(report(check.glance(after, upTo)));
            after = upTo;
        }
        return found;
    }

    private List<Violation> report(List<Violation> found) {
        if (!found.isEmpty()) {
            transaction.executeWithoutResult(status -> found.forEach(this::raise));
        }
        return found;
    }

    private void raise(Violation found) {
        var all = found.detail();
        var detail = all.substring(0, Math.min(all.length(), LONGEST_DETAIL));
        if (mapper.settledAs(found.rule(), found.account(), found.subject(), detail) > 0) {
            return;
        }
        LOG.error("the books do not add up: {}; account {}, {}", found.rule(), found.account(), all);
        mapper.freeze(found.account());
        mapper.raise(ids.next(), found.rule(), found.account(), found.subject(), detail, clock.instant());
    }
}
