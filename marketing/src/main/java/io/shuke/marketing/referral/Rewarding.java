package io.shuke.marketing.referral;

import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** The nightly run that gives the coupons whose return period is over. */
@Service
public class Rewarding {

    private static final int PORTION = 200;

    private final ReferralMapper mapper;
    private final Granting granting;

    Rewarding(ReferralMapper mapper, Granting granting) {
        this.mapper = mapper;
        this.granting = granting;
    }

    /**
     * Each referral in a transaction of its own: stopped anywhere, the next run goes on, and two runs at once give nothing
     * twice.
     *
     * @param today in the shop's zone
     * @return how many were rewarded
     */
    public int run(LocalDate today) {
        var rewarded = 0;
        var due = mapper.due(today, 0, PORTION);
        while (!due.isEmpty()) {
            for (var id : due) {
                rewarded += granting.grant(id, today) ? 1 : 0;
            }
            due = mapper.due(today, due.get(due.size() - 1), PORTION);
        }
        mapper.forget(today);
        return rewarded;
    }
}
