package io.shuke.marketing.referral;

import io.shuke.member.ground.Refusal;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** The nightly run that gives the coupons, and pays the commission, whose return period is over. */
@Service
public class Rewarding {

    private static final int PORTION = 200;

    private final ReferralMapper mapper;
    private final CommissionMapper commissions;
    private final Granting granting;
    private final Paying paying;
    private final Traces traces;

    Rewarding(ReferralMapper mapper, CommissionMapper commissions, Granting granting, Paying paying, Traces traces) {
        this.mapper = mapper;
        this.commissions = commissions;
        this.granting = granting;
        this.paying = paying;
        this.traces = traces;
    }

    /**
     * Each referral and each bill in a transaction of its own: stopped anywhere, the next run goes on, and two runs at once give nothing
     * twice.
     *
     * @param today in the shop's zone
     * @return how many were rewarded, and how many commissions paid or taken back
     */
    public int run(LocalDate today) {
        var done = grant(today) + pay(today);
        mapper.forget(today);
        traces.forget(today);
        return done;
    }

    private int grant(LocalDate today) {
        var rewarded = 0;
        var due = mapper.due(today, 0, PORTION);
        while (!due.isEmpty()) {
            for (var id : due) {
                rewarded += granting.grant(id, today) ? 1 : 0;
            }
            due = mapper.due(today, due.get(due.size() - 1), PORTION);
        }
        return rewarded;
    }

    private int pay(LocalDate today) {
        var paid = 0;
        var due = commissions.due(today, 0, 0, PORTION);
        while (!due.isEmpty()) {
            for (var one : due) {
                paid += pay(one) ? 1 : 0;
            }
            var last = due.get(due.size() - 1);
            due = commissions.due(today, last.billId(), last.level(), PORTION);
        }
        return paid;
    }

    /** Whose account is frozen holds up nobody else; his stays pending. */
    private boolean pay(CommissionRow one) {
        try {
            return paying.pay(one);
        } catch (Refusal refused) {
            return false;
        }
    }
}
