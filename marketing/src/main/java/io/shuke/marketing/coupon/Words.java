package io.shuke.marketing.coupon;

/** How money and discounts are said at the counter. */
final class Words {

    private Words() {}

    /** {@code 5}, {@code 12.50}. */
    static String yuan(long fen) {
        return fen % 100 == 0 ? Long.toString(fen / 100) : "%d.%02d".formatted(fen / 100, fen % 100);
    }

    /** 90 is {@code 9 折}, 85 is {@code 8.5 折}. */
    static String percent(int payPercent) {
        return (payPercent % 10 == 0 ? Integer.toString(payPercent / 10) : payPercent / 10 + "." + payPercent % 10)
                + " 折";
    }

    static boolean fits(String text, int longest) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= longest
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
