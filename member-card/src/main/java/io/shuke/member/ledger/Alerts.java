package io.shuke.member.ledger;

import io.shuke.member.ground.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the self-check found, and what a person made of it. */
@Service
public class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 80;

    private final AlertMapper mapper;
    private final Mending mending;
    private final Ids ids;
    private final Clock clock;

    Alerts(AlertMapper mapper, Mending mending, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.mending = mending;
        this.ids = ids;
        this.clock = clock;
    }

    /** The open ones first, then the newest. */
    public List<Alert> newest(int size) {
        return mapper.newest(size).stream().map(AlertMapper.AlertRow::toDomain).toList();
    }

    /**
     * Settles an alert and all others of the same account: balance and lots are made again from the entries, which are the
     * truth, and the account is open again. What cannot be mended so and is found unchanged is not raised anew.
     *
     * @param staff who decided it, as {@code staff:…}
     * @param reason 2 to 80 characters
     * @throws LedgerRefusal {@code ledger.alert-settled} when somebody was faster
     */
    @Transactional
    public Alert settle(long id, String staff, String reason) {
        var why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw LedgerRefusal.badReason(SHORTEST_REASON, LONGEST_REASON);
        }
        var row = Optional.ofNullable(mapper.one(id)).orElseThrow(LedgerRefusal::noSuchAlert);
        var account = row.accountId();
        var mended = account != 0 && mending.mend(account);
        var now = clock.instant();
        var act = ids.next();
        if (mapper.settle(id, act, now) == 0) {
            throw LedgerRefusal.alertSettled();
        }
        mapper.note(act, id, staff, why, mended, now);
        if (account != 0) {
            for (var other : mapper.open(account)) {
                var same = ids.next();
                mapper.settle(other, same, now);
                mapper.note(same, other, staff, why, mended, now);
            }
            mapper.unfreeze(account);
        }
        LOG.warn("alert {} on account {} was settled by {}, mended: {}", id, account, staff, mended);
        return Optional.ofNullable(mapper.one(id))
                .map(AlertMapper.AlertRow::toDomain)
                .orElseThrow(LedgerRefusal::noSuchAlert);
    }
}
