package io.shuke.member.ground;

/** A stretch of whole numbers, both ends belong to it. {@link #OPEN} is no upper end. */
public record Span(long least, long most) {

    /** Larger than any amount, count or number of days, and far from overflow. */
    public static final long OPEN = 1_000_000_000_000L;

    public Span {
        if (least < 0 || most < least || most > OPEN) {
            throw new IllegalArgumentException("a span goes from a number to one that is not smaller");
        }
    }

    public static Span from(long least) {
        return new Span(least, OPEN);
    }

    public static Span upTo(long most) {
        return new Span(0, most);
    }

    public static Span exactly(long number) {
        return new Span(number, number);
    }

    public boolean isOpen() {
        return most == OPEN;
    }

    public boolean holds(long number) {
        return number >= least && number <= most;
    }
}
