package io.shuke.member.points;

/** Points (积分), whole ones. A balance may be negative after an earning that was already spent has been taken back. */
public record Points(long value) {

    /** No shop of ours moves or owes a thousand million in one account, and sums of it stay far from overflow. */
    static final long BOUND = 1_000_000_000L;

    public Points {
        if (value > BOUND || value < -BOUND) {
            throw PointsRefusal.outOfBounds(BOUND);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
