package io.shuke.marketing.mall;

import io.shuke.member.ground.Refusal;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The nightly run that gives the points back for gifts nobody came for. */
@Service
public class Uncollected {

    private static final Logger LOG = LoggerFactory.getLogger(Uncollected.class);
    private static final int PORTION = 200;

    private final GiftMapper mapper;
    private final Redemptions redemptions;

    Uncollected(GiftMapper mapper, Redemptions redemptions) {
        this.mapper = mapper;
        this.redemptions = redemptions;
    }

    /**
     * Each gift goes back in a transaction of its own: stopped anywhere, the next run goes on, and two runs at once give
     * nothing back twice. One that cannot go back, because the member's account is frozen, waits for the next night.
     *
     * @param today in the shop's zone; what could be collected through an earlier day goes back
     * @return how many went back
     */
    public int run(LocalDate today) {
        var returned = 0;
        var overdue = mapper.overdue(today, 0, PORTION);
        while (!overdue.isEmpty()) {
            for (var redemption : overdue) {
                returned += giveBack(redemption) ? 1 : 0;
            }
            overdue = mapper.overdue(today, overdue.get(overdue.size() - 1), PORTION);
        }
        return returned;
    }

    private boolean giveBack(long redemption) {
        try {
            return redemptions.giveBackOverdue(redemption);
        } catch (Refusal no) {
            LOG.warn("the gift redemption {} stays uncollected: {}", redemption, no.code());
            return false;
        }
    }
}
