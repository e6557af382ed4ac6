package io.shuke.member.purchase;

/** One bill (账单) of one merchant. */
public record BillId(long value) {

    public BillId {
        if (value <= 0) {
            throw new IllegalArgumentException("a bill id is positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
