package io.shuke.console.approval;

/**
 * What one person may do alone on one of the shop's days, all of a kind taken together; 0 is nothing, and more than that
 * waits for a second person.
 *
 * @param secondFactor whether acts on money and points ask everybody for a code, not only those who have set it up
 */
public record Limits(
        int version, long points, long balanceFen, long refundFen, long chargeFen, long coupons, boolean secondFactor) {

    /** Until the owner says otherwise: what a day at a small shop's counter needs. */
    static final Limits USUAL = new Limits(0, 10_000, 50_000, 100_000, 2_000_000, 20, false);

    private static final long MOST_POINTS = 10_000_000;
    private static final long MOST_FEN = 100_000_000;
    private static final long MOST_COUPONS = 1_000;

    public Limits {
        refuseOutside(points, MOST_POINTS);
        refuseOutside(balanceFen, MOST_FEN);
        refuseOutside(refundFen, MOST_FEN);
        refuseOutside(chargeFen, MOST_FEN);
        refuseOutside(coupons, MOST_COUPONS);
    }

    private static void refuseOutside(long limit, long most) {
        if (limit < 0 || limit > most) {
            throw ApprovalRefusal.badLimit();
        }
    }

    long of(Kind kind) {
        return switch (kind) {
            case POINTS -> points;
            case BALANCE -> balanceFen;
            case REFUND -> refundFen;
            case CHARGE -> chargeFen;
            case COUPON -> coupons;
        };
    }

    /** @param done what he has done alone today already */
    boolean allow(Deed deed, long done) {
        return deed.size() <= of(deed.kind()) - done;
    }
}
