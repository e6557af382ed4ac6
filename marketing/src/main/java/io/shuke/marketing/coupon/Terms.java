package io.shuke.marketing.coupon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Under which conditions a coupon may be used.
 *
 * @param thresholdFen what the goods it is for must come to, after the level's discount and before any coupon
 * @param stores ids; none is all
 * @param channels none is all
 * @param fromLevel the lowest step that may use it; 1 is everybody
 */
public record Terms(
        long thresholdFen,
        Goods goods,
        Set<Long> stores,
        Set<SalesChannel> channels,
        int fromLevel,
        Hours hours,
        Validity validity,
        Stacking stacking) {

    public Terms {
        stores = Set.copyOf(stores);
        channels = Set.copyOf(channels);
        OfferRefusal.refuseUnless(thresholdFen >= 0 && thresholdFen <= Benefit.MOST_FEN, "使用门槛在 0 到 10000 元之间");
        OfferRefusal.refuseUnless(fromLevel >= 1 && fromLevel <= 20, "等级在 1 到 20 之间");
        OfferRefusal.refuseUnless(stores.size() <= 100, "最多指定 100 家门店");
    }

    /** Everywhere, always, for everything. */
    public static Terms plain(Validity validity) {
        return new Terms(0, Goods.ALL, Set.of(), Set.of(), 1, Hours.ALWAYS, validity, Stacking.ONE);
    }

    public Terms from(long fen) {
        return new Terms(fen, goods, stores, channels, fromLevel, hours, validity, stacking);
    }

    public Terms on(Goods some) {
        return new Terms(thresholdFen, some, stores, channels, fromLevel, hours, validity, stacking);
    }

    public Terms during(Hours some) {
        return new Terms(thresholdFen, goods, stores, channels, fromLevel, some, validity, stacking);
    }

    public Terms stacking(Stacking other) {
        return new Terms(thresholdFen, goods, stores, channels, fromLevel, hours, validity, other);
    }

    /** Why it is no use here and now, whatever the goods come to; null when it is. */
    @Nullable
    String against(Basket basket) {
        if (!stores.isEmpty() && !stores.contains(basket.store())) {
            return "本店不可用";
        }
        if (!channels.isEmpty() && !channels.contains(basket.channel())) {
            return "仅限" + named(channels) + "使用";
        }
        if (basket.level() < fromLevel) {
            return "会员等级不够";
        }
        if (!hours.include(basket.at())) {
            return "仅限 " + hours.words() + " 使用";
        }
        return null;
    }

    private static String named(Set<SalesChannel> channels) {
        return new TreeSet<>(channels).stream().map(SalesChannel::label).collect(Collectors.joining("、"));
    }

    /** A line for each rule that says something. */
    public List<String> words() {
        var lines = new ArrayList<String>();
        lines.add((thresholdFen == 0 ? "无门槛" : "满 " + Words.yuan(thresholdFen) + " 元可用")
                + (goods.isAll() ? "，全部商品" : "，限" + goods.words()));
        if (!stores.isEmpty()) {
            lines.add("限 " + stores.size() + " 家指定门店");
        }
        if (!channels.isEmpty()) {
            lines.add("限" + named(channels) + "使用");
        }
        if (fromLevel > 1) {
            lines.add("第 " + fromLevel + " 级及以上会员可用");
        }
        if (!hours.equals(Hours.ALWAYS)) {
            lines.add("使用时间：" + hours.words());
        }
        lines.add(validity.words());
        lines.add(stacking.words());
        return lines;
    }
}
