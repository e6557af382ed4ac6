package io.shuke.marketing.mall;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the shop offers for points, and to whom.
 *
 * @param title in the shop's own words, 1 to 40 characters
 * @param points what one costs, 1 to 1 000 000
 * @param stock how many there are to give away in all, those already given included; 0 to 1 000 000
 * @param from the first day on which it can be had, null for at once
 * @param through the last one, null for as long as there are any
 * @param daysToCollect how long one is kept at the counter, 1 to 365; who does not come gets the points back
 */
public record GiftTerms(
        String title,
        int points,
        int stock,
        GiftLimits limits,
        @Nullable LocalDate from,
        @Nullable LocalDate through,
        int daysToCollect) {

    private static final int LONGEST_TITLE = 40;
    private static final int MOST = 1_000_000;

    public GiftTerms {
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw GiftRefusal.impossible("名称要有 1 到 40 个字");
        }
        if (points < 1 || points > MOST) {
            throw GiftRefusal.impossible("所需积分在 1 到 1000000 之间");
        }
        if (stock < 0 || stock > MOST) {
            throw GiftRefusal.impossible("库存在 0 到 1000000 之间");
        }
        if (daysToCollect < 1 || daysToCollect > 365) {
            throw GiftRefusal.impossible("保留天数在 1 到 365 之间");
        }
        if (from != null && through != null && through.isBefore(from)) {
            throw GiftRefusal.impossible("结束日期不能早于开始日期");
        }
    }
}
