package io.shuke.marketing.coupon;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which goods count: those with one of the skus or one of the categories; both empty is everything. */
public record Goods(Set<String> skus, Set<String> categories) {

    public static final Goods ALL = new Goods(Set.of(), Set.of());

    private static final int MOST = 50;
    /** No comma, for that is how a list of them is kept. */
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl},]{1,40}");

    public Goods {
        skus = Set.copyOf(skus);
        categories = Set.copyOf(categories);
        OfferRefusal.refuseUnless(skus.size() <= MOST && categories.size() <= MOST, "最多指定 " + MOST + " 种商品");
        skus.forEach(name -> check(name, false));
        categories.forEach(name -> check(name, false));
    }

    static void check(String name, boolean mayBeEmpty) {
        OfferRefusal.refuseUnless(
                mayBeEmpty && name.isEmpty() || NAME.matcher(name).matches() && !name.isBlank(),
                "商品编号和分类有 1 到 40 个字，不含逗号");
    }

    boolean isAll() {
        return skus.isEmpty() && categories.isEmpty();
    }

    boolean has(BasketLine line) {
        return isAll() || skus.contains(line.sku()) || categories.contains(line.category());
    }

    String words() {
        var named = new TreeSet<>(categories);
        named.addAll(skus);
        return isAll() ? "全部商品" : String.join("、", named);
    }
}
