package io.shuke.marketing.planted;

import io.shuke.member.ledger.Adjustments;
import io.shuke.member.ledger.Adjustments.Adjustment;

/** Planted: gives by hand and asks no second person. */
final class HandsOn {

    private HandsOn() {}

    static void give(Adjustments adjustments, Adjustment gift) {
        adjustments.post(gift);
    }
}
