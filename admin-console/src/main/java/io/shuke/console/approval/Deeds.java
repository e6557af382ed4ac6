package io.shuke.console.approval;

import io.shuke.marketing.coupon.Coupon;
import io.shuke.marketing.coupon.HandGifts;
import io.shuke.member.balance.AtCounter;
import io.shuke.member.balance.Charges;
import io.shuke.member.balance.Refunds;
import io.shuke.member.ground.Fen;
import io.shuke.member.ledger.Adjustments;
import io.shuke.member.ledger.Adjustments.Adjustment;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Entry;
import org.springframework.stereotype.Component;

/** Does what was asked for: the only place of the console that moves value by hand, so that no desk goes past the limits. */
@Component
class Deeds {

    private final Adjustments adjustments;
    private final Refunds refunds;
    private final Charges charges;
    private final HandGifts gifts;

    Deeds(Adjustments adjustments, Refunds refunds, Charges charges, HandGifts gifts) {
        this.adjustments = adjustments;
        this.refunds = refunds;
        this.charges = charges;
        this.gifts = gifts;
    }

    void carryOut(Deed deed, long staff, String key) {
        switch (deed.kind()) {
            case POINTS, BALANCE -> adjust(deed, staff, key);
            case REFUND -> refunds.ask(deed.member(), new Fen(deed.amount()), "staff:" + staff, deed.note());
            case CHARGE -> charge(deed, staff, key);
            case COUPON -> give(deed, staff, key);
        }
    }

    /** With the same key again it is the same entry. */
    Entry adjust(Deed deed, long staff, String key) {
        var asset = deed.kind() == Kind.POINTS ? Asset.POINTS : Asset.GIFT;
        return adjustments.post(
                new Adjustment(deed.member(), asset, deed.amount(), deed.note(), key, Long.toString(staff)));
    }

    /** With the same key again it is the same coupon. */
    Coupon give(Deed deed, long staff, String key) {
        return gifts.give(deed.extra(), deed.member(), "staff:" + staff, staff + " " + key, deed.note());
    }

    private void charge(Deed deed, long staff, String key) {
        charges.atCounter(new AtCounter(
                deed.member(), new Fen(deed.amount()), new Fen(deed.extra()), "staff:" + staff, deed.note(), key));
    }
}
