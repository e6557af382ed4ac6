package io.shuke.member.ledger;

import java.time.LocalDate;
import org.springframework.stereotype.Service;

/**
 * The nightly run that lets points expire. Each batch is a transaction of its own: stopped anywhere, the next run goes on
 * where this one was, and two runs at once do nothing twice, because a lot is gone together with what it becomes.
 */
@Service
public class Expiry {

    private final ExpiryBatch batches;

    Expiry(ExpiryBatch batches) {
        this.batches = batches;
    }

    /**
     * Lets expire what was good through an earlier day than this. Accounts that are frozen keep theirs until the first run
     * after they are not.
     *
     * @param batch how many lots at a time, a few hundred
     * @return how many movements it took
     */
    public int run(LocalDate day, int batch) {
        var position = ExpiryBatch.Position.START;
        var expired = 0;
        while (position.more()) {
            position = batches.run(day, batch, position);
            expired += position.expired();
        }
        return expired;
    }
}
