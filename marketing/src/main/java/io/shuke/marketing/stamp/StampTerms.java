package io.shuke.marketing.stamp;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A stamp card as the shop describes it. After its last reward it begins anew: with rewards at 5, 10 and 20 the 25th stamp
 * brings what the fifth did.
 *
 * @param title 1 to 40 characters
 * @param rewards 1 to 10, each at another number of stamps
 */
public record StampTerms(String title, Earning earning, List<StampReward> rewards) {

    /**
     * A reward that a certain stamp reaches.
     *
     * @param round counted from 0
     */
    record Reached(int round, StampReward reward) {}

    public StampTerms {
        if (title.isBlank() || title.length() > 40) {
            throw StampRefusal.impossible("名称要有 1 到 40 个字");
        }
        rewards = rewards.stream()
                .sorted(Comparator.comparingInt(StampReward::stamps))
                .toList();
        if (rewards.isEmpty() || rewards.size() > 10) {
            throw StampRefusal.impossible("要有 1 到 10 个奖励");
        }
        if (rewards.stream().map(StampReward::stamps).distinct().count() < rewards.size()) {
            throw StampRefusal.impossible("两个奖励不能在同一个章数");
        }
    }

    /** How many stamps one round takes. */
    public int round() {
        return rewards.get(rewards.size() - 1).stamps();
    }

    /** How many stamps of the present round are on the card; a full card is shown full until the next stamp. */
    public int onCard(long stamps) {
        return stamps <= 0 ? 0 : (int) ((stamps - 1) % round()) + 1;
    }

    /** What lies between two counts of stamps, the nearest first; both counts may be below zero after take-backs. */
    List<Reached> reachedBetween(long before, long after) {
        var from = Math.max(0, before);
        var to = Math.max(from, after);
        return IntStream.rangeClosed(1, (int) (to - from))
                .boxed()
                .flatMap(n -> reachedAt(from + n))
                .toList();
    }

    private Stream<Reached> reachedAt(long stamps) {
        var round = (int) ((stamps - 1) / round());
        return rewards.stream()
                .filter(reward -> reward.stamps() == onCard(stamps))
                .map(reward -> new Reached(round, reward));
    }
}
