package io.shuke.marketing.till;

/**
 * What a key can do at most before a person has to look: a stolen one stops there. Amounts in 分, hours and days are the
 * shop's.
 */
public record TillCaps(long billFen, long hourFen, long dayFen, long billPoints, long hourPoints, long dayPoints) {

    private static final long MOST = 1_000_000_000L;

    /** Ample for a small shop, and little enough for its owner to get over. */
    public static final TillCaps USUAL = new TillCaps(500_000, 3_000_000, 10_000_000, 20_000, 100_000, 300_000);

    public TillCaps {
        refuse(billFen, hourFen, dayFen);
        refuse(billPoints, hourPoints, dayPoints);
    }

    private static void refuse(long bill, long hour, long day) {
        if (bill < 0 || hour < bill || day < hour || day > MOST) {
            throw TillRefusal.capsImpossible();
        }
    }
}
