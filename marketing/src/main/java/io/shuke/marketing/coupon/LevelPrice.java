package io.shuke.marketing.coupon;

/**
 * What the member's level, or a pass he holds, leaves to pay for goods on this bill. They do not multiply: the better counts.
 *
 * @param level the name of the level or of the pass
 * @param payPercent 100 is no discount, 90 is 9 折
 * @param beaten the other one, which pays less, in words; empty when there is none
 */
public record LevelPrice(String level, int payPercent, String beaten) {

    public static final LevelPrice NONE = new LevelPrice("", 100);

    public LevelPrice {
        if (payPercent < 1 || payPercent > 100) {
            throw CouponRefusal.basketImpossible();
        }
    }

    public LevelPrice(String level, int payPercent) {
        this(level, payPercent, "");
    }

    /** The lower of the two; of equal ones this. */
    public LevelPrice or(LevelPrice other) {
        if (other.payPercent < payPercent) {
            return other.or(this);
        }
        return other.payPercent == 100 || other.payPercent == payPercent
                ? this
                : new LevelPrice(level, payPercent, other.called());
    }

    private String called() {
        return level + " " + Words.percent(payPercent);
    }

    /** {@code 全年8折卡 8 折（比金卡 9 折优惠，两者不叠加）}. */
    public String words() {
        return beaten.isEmpty() ? called() : called() + "（比" + beaten + "优惠，两者不叠加）";
    }
}
