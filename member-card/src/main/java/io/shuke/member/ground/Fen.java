package io.shuke.member.ground;

/** Money in 分, the hundredth of a yuan; whole numbers only. */
public record Fen(long value) {

    public static final Fen NONE = new Fen(0);

    /** Ten million yuan: no shop of ours moves more in one go, and sums of it stay far from overflow. */
    private static final long BOUND = 1_000_000_000L;

    public Fen {
        if (Math.abs(value) > BOUND) {
            throw new IllegalArgumentException("more than ten million yuan");
        }
    }
}
