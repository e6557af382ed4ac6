package io.shuke.marketing.stamp;

import org.jspecify.annotations.Nullable;

/**
 * What so many stamps bring.
 *
 * @param stamps how many of the round, 1 to 100
 * @param text what it is, in the shop's own words, 1 to 40 characters
 * @param offer the offer a coupon of which goes into the wallet; null for something handed over at the counter
 */
public record StampReward(int stamps, String text, @Nullable Long offer) {

    public StampReward {
        if (stamps < 1 || stamps > 100) {
            throw StampRefusal.impossible("集章数在 1 到 100 之间");
        }
        if (text.isBlank() || text.length() > 40) {
            throw StampRefusal.impossible("奖励说明要有 1 到 40 个字");
        }
    }
}
