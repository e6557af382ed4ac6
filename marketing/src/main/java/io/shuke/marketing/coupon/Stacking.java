package io.shuke.marketing.coupon;

import java.util.regex.Pattern;

/**
 * With what a coupon may be used together (叠加).
 *
 * @param group of one group a bill takes one coupon only; {@link #USUAL} is where all go that name none
 * @param alone with no other coupon at all
 * @param withLevel whether the level's discount stays
 */
public record Stacking(String group, boolean alone, boolean withLevel) {

    private static final Pattern GROUP = Pattern.compile("[a-z0-9-]{1,20}");

    public static final String USUAL = "usual";
    public static final Stacking ONE = new Stacking(USUAL, false, true);

    public Stacking {
        OfferRefusal.refuseUnless(GROUP.matcher(group).matches(), "叠加组用小写字母、数字和连字符，最多 20 个");
    }

    String words() {
        var coupons = alone ? "不与其他券同用" : group.equals(USUAL) ? "同类券每单限用一张" : "可与其他组的券同用（组 " + group + "）";
        return coupons + (withLevel ? "" : "，不与等级折扣同享");
    }
}
