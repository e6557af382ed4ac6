package io.shuke.gateway.ledger;

import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ledger.Holds;
import io.shuke.member.ledger.SelfCheck;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at every balance once a minute and goes round all entries all day, a few hundred accounts at a time, so that a row
 * somebody tampered with is found within minutes, and gives back holds that have ended. Two nodes at it do nothing twice.
 */
@Component
class LedgerRounds {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerRounds.class);
    private static final int ACCOUNTS_AT_A_TIME = 500;
    private static final int HOLDS_AT_A_TIME = 200;

    /** A large shop's round goes on where it stopped, so that the books are never all that the database is busy with. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final long PROMISED_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Map<MerchantId, Long> begun = new HashMap<>();
    private final Jdbc jdbc;
    private final Merchants merchants;
    private final SelfCheck check;
    private final Holds holds;

    LedgerRounds(Jdbc jdbc, Merchants merchants, SelfCheck check, Holds holds) {
        this.jdbc = jdbc;
        this.merchants = merchants;
        this.check = check;
        this.holds = holds;
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 30_000)
    void go() {
        try {
            for (var merchant : jdbc.forAll(merchants::all)) {
                go(merchant);
            }
        } catch (Busy away) {
            // The next round comes soon.
        }
    }

    private void go(Merchant merchant) {
        try {
            giveBackEnded(merchant.id());
            var begin = System.nanoTime();
            jdbc.within(merchant.id(), check::glance);
            while (jdbc.within(merchant.id(), () -> check.next(ACCOUNTS_AT_A_TIME))) {
                if (System.nanoTime() - begin > LONGEST_NANOS) {
                    begun.putIfAbsent(merchant.id(), begin);
                    return;
                }
            }
            tellIfLate(merchant.id(), begin);
        } catch (Busy away) {
            throw away;
        } catch (RuntimeException failure) {
            LOG.error("the round over the books of merchant {} failed", merchant.id(), failure);
        }
    }

    private void tellIfLate(MerchantId merchant, long begin) {
        var since = begun.remove(merchant);
        var took = System.nanoTime() - (since == null ? begin : since);
        if (took > PROMISED_NANOS) {
            LOG.warn("a round over the books of merchant {} took {} s", merchant, TimeUnit.NANOSECONDS.toSeconds(took));
        }
    }

    private void giveBackEnded(MerchantId merchant) {
        while (jdbc.within(merchant, () -> holds.releaseEnded(HOLDS_AT_A_TIME)) > 0) {
            LOG.debug("holds of merchant {} ended", merchant);
        }
    }
}
