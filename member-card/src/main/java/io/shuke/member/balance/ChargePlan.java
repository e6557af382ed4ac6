package io.shuke.member.balance;

import io.shuke.member.ground.Fen;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the shop offers: charge X, get Y on top.
 *
 * @param offers at most 8, each of another amount; none means that nothing can be charged
 * @param low a balance below it is told to the member once it falls there, 0 for never; at most ¥1 000
 */
public record ChargePlan(List<Offer> offers, Fen low) {

    private static final int MOST_OFFERS = 8;
    private static final int LONGEST_GIFT = 3_650;

    /**
     * One of them.
     *
     * @param pay what the customer pays, 1 分 to ¥5 000
     * @param gift on top, at most as much as is paid
     * @param giftDays the gift is good for so many days beginning with the one it is given on, 0 for ever
     */
    public record Offer(Fen pay, Fen gift, int giftDays) {

        public Offer {
            if (pay.value() < 1 || pay.value() > Purse.CAP.value()) {
                throw ChargeRefusal.planImpossible("每笔充值在 0.01 到 5000 元之间");
            }
            if (gift.value() < 0 || gift.value() > pay.value()) {
                throw ChargeRefusal.planImpossible("赠送金额不能超过充值金额");
            }
            if (giftDays < 0 || giftDays > LONGEST_GIFT) {
                throw ChargeRefusal.planImpossible("赠送金有效期最长 3650 天");
            }
        }
    }

    public ChargePlan {
        if (low.value() < 0 || low.value() > 100_000) {
            throw ChargeRefusal.planImpossible("余额提醒线在 0 到 1000 元之间");
        }
        offers = offers.stream()
                .sorted(Comparator.comparingLong(offer -> offer.pay().value()))
                .toList();
        if (offers.size() > MOST_OFFERS
                || offers.stream().map(Offer::pay).distinct().count() < offers.size()) {
            throw ChargeRefusal.planImpossible("最多 8 档，金额不能重复");
        }
    }

    /** Nothing to charge until the shop says so. */
    public static ChargePlan none() {
        return new ChargePlan(List.of(), new Fen(2_000));
    }

    /** What the plan gives on top of an amount paid: that of the largest offer reached. */
    public Fen giftFor(Fen paid) {
        return reachedBy(paid).map(Offer::gift).orElse(Fen.NONE);
    }

    /** How long such a gift is good for, in days; 0 for ever. */
    int daysFor(Fen paid) {
        return reachedBy(paid).map(Offer::giftDays).orElse(0);
    }

    private Optional<Offer> reachedBy(Fen paid) {
        return offers.stream()
                .filter(offer -> offer.pay().value() <= paid.value())
                .reduce((smaller, larger) -> larger);
    }
}
