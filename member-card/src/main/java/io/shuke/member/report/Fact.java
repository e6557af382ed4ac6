package io.shuke.member.report;

/**
 * A number about a stretch of days.
 *
 * @param name such as {@code bills}; with {@code -fen} at its end it is money
 * @param store 0 for the whole shop, which is told besides its stores
 * @param part a kind of it, such as a kind of coupon; empty for all of it
 */
public record Fact(String name, long store, String part, long amount) {

    /** Of the whole shop. */
    public static Fact of(String name, long amount) {
        return new Fact(name, 0, "", amount);
    }
}
