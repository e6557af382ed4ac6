package io.shuke.marketing.stamp;

import java.util.List;

/**
 * A member's stamps on one card.
 *
 * @param stamps in all; below zero when stamps were taken back whose reward has been handed over already
 * @param ready what can be collected now
 */
public record StampBook(StampCard card, long stamps, List<EarnedReward> ready) {

    public int onCard() {
        return card.terms().onCard(stamps);
    }
}
