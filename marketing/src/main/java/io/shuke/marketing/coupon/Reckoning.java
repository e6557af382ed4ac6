package io.shuke.marketing.coupon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bill comes to and why (结算). The till settles with exactly this; {@link #words()} is what the customer is told.
 *
 * @param steps in the order in which they were applied
 * @param lines in the order of the basket
 * @param shippingFen what is paid for shipping after discounts and points
 * @param discountFen of the level and of all coupons
 * @param points taken for {@code pointsFen}
 * @param payableFen what is left to be paid in money
 * @param handOver what the staff hand over beside the bill
 * @param unused the coupons at hand that were not used, and why
 * @param whole false when there were too many combinations to try them all
 */
public record Reckoning(
        long totalFen,
        List<Step> steps,
        List<Line> lines,
        long shippingFen,
        long discountFen,
        long points,
        long pointsFen,
        long balanceFen,
        long payableFen,
        List<String> handOver,
        List<Unused> unused,
        boolean whole) {

    /** Who takes something off; {@code LEVEL} is the member's price, whether of the level or of a pass. */
    public enum Source {
        LEVEL,
        COUPON,
        POINTS,
        BALANCE
    }

    /** @param coupon null unless the source is a coupon */
    public record Step(Source source, @Nullable Long coupon, String text, long fen) {}

    /**
     * What one line of the basket comes to.
     *
     * @param coupons each coupon's share, by its id; for a partial refund {@link BasketLine#part} says what goes back
     * @param payableFen what is paid for it in money or from the balance
     */
    public record Line(BasketLine line, long levelFen, Map<Long, Long> coupons, long pointsFen, long payableFen) {

        public Line {
            coupons = Map.copyOf(coupons);
        }

        /** Everything that is taken off this line, points included. */
        public long offFen() {
            return line.amountFen() - payableFen;
        }
    }

    public record Unused(long coupon, String title, String why) {}

    public Reckoning {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
        handOver = List.copyOf(handOver);
        unused = List.copyOf(unused);
    }

    /** The coupons that are used, each with what it takes off. */
    public List<Step> coupons() {
        return steps.stream().filter(step -> step.source() == Source.COUPON).toList();
    }

    /** The whole explanation, line by line. */
    public List<String> words() {
        var words = new ArrayList<String>();
        for (var line : lines) {
            words.add(line.line().name() + " ×" + line.line().quantity() + " "
                    + Words.yuan(line.line().amountFen()) + " 元"
                    + (line.offFen() == 0
                            ? ""
                            : "，优惠 " + Words.yuan(line.offFen()) + " 元，实付 " + Words.yuan(line.payableFen()) + " 元"));
        }
        words.add("合计 " + Words.yuan(totalFen) + " 元");
        for (var step : steps) {
            words.add(step.fen() == 0 ? step.text() : step.text() + " -" + Words.yuan(step.fen()) + " 元");
        }
        handOver.forEach(thing -> words.add("请交给顾客：" + thing));
        words.add("还需支付 " + Words.yuan(payableFen) + " 元");
        return words;
    }

    /**
     * The best legal combination of the coupons at hand.
     *
     * <p>Best is what takes most off; of equal ones what hands most over beside the bill, then what uses fewer coupons,
     * then what keeps the level's discount, then those that expire sooner, then those with the smaller ids. At most
     * {@value Combinations#MOST} combinations are tried, each with and without the level's discount; beyond that the
     * coupons that take off least by themselves are left aside.
     */
    public static Reckoning best(Basket basket, List<Usable> atHand, Paying paying) {
        return new Combinations(basket, atHand, paying).best();
    }

    /**
     * Exactly these coupons, all of them.
     *
     * @throws CouponRefusal {@code coupon.not-usable} when one cannot be used on this bill, or not with the others
     */
    public static Reckoning of(Basket basket, List<Usable> chosen, Paying paying) {
        return new Combinations(basket, chosen, paying).exactly();
    }
}
