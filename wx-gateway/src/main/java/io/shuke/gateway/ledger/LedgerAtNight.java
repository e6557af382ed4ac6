package io.shuke.gateway.ledger;

import io.shuke.member.ground.NightlyJob;
import io.shuke.member.ledger.PendingPoints;
import io.shuke.member.ledger.SelfCheck;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the books do at night. */
@Configuration(proxyBeanMethods = false)
class LedgerAtNight {

    private static final int MEMBERS_AT_A_TIME = 300;

    @Bean
    NightlyJob pointsRelease(PendingPoints pending) {
        return new NightlyJob("points.release", LocalTime.of(0, 10), day -> {
            var released = 0;
            for (int some = 1; some > 0; released += some) {
                some = pending.release(day, MEMBERS_AT_A_TIME);
            }
            return released;
        });
    }

    /** Answers how much does not add up: 0 on every good night. */
    @Bean
    NightlyJob ledgerCheck(SelfCheck check) {
        return new NightlyJob(
                "ledger.check", LocalTime.of(3, 20), day -> check.run().size());
    }
}
