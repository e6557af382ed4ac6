package io.shuke.marketing.stamp;

import io.shuke.marketing.till.BillRefunded;
import io.shuke.marketing.till.BillSettled;
import io.shuke.member.purchase.Purchases;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stamps what the till settles, and takes back with what it refunds; within the till's own transaction. */
@Component
class StampingBills {

    private final Stamps stamps;
    private final StampCards cards;
    private final Purchases purchases;

    StampingBills(Stamps stamps, StampCards cards, Purchases purchases) {
        this.stamps = stamps;
        this.cards = cards;
        this.purchases = purchases;
    }

    /** A bill that earns no points, because nobody saw the member, earns no stamps for the same reason. */
    @EventListener
    void on(BillSettled settled) {
        var settlement = settled.settlement();
        if (settlement.member() != null && settlement.withheld() == null && cards.anyOffered()) {
            purchases.bill(settlement.id()).ifPresent(stamps::stamp);
        }
    }

    @EventListener
    void on(BillRefunded refunded) {
        stamps.takeBack(refunded.decided(), refunded.items());
    }
}
