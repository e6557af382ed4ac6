package io.shuke.marketing.audience;

/** One saved segment (人群) of one merchant. */
public record SegmentId(long value) {

    public SegmentId {
        if (value <= 0) {
            throw new IllegalArgumentException("a segment id is positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
