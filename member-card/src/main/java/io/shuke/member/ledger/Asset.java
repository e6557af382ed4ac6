package io.shuke.member.ledger;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What an account counts; a member has one account for each. Points, growth, stamps and passes are counted in pieces, stored
 * value in 分.
 */
public record Asset(String code) {

    /** Stands before the assets below, which are checked against it. */
    private static final Pattern FORM = Pattern.compile("[A-Z_]{1,20}|(STAMPS|PASSES):[1-9][0-9]{0,18}");

    public static final Asset POINTS = new Asset("POINTS");

    /** Points that are not yet the member's to spend; a lot's day is the day they become points. */
    public static final Asset PENDING_POINTS = new Asset("PENDING_POINTS");

    /** What a level is measured by (成长值). */
    public static final Asset GROWTH = new Asset("GROWTH");

    /** Stored value that was paid for, in 分; it never expires and is paid back on request. */
    public static final Asset PRINCIPAL = new Asset("PRINCIPAL");

    /** Stored value that was given on top, in 分. */
    public static final Asset GIFT = new Asset("GIFT");

    /** The last day of what has none. */
    static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    public Asset {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException(code + " is no asset");
        }
    }

    /** The stamps (集章) of one stamp card. */
    public static Asset stamps(long card) {
        return new Asset("STAMPS:" + card);
    }

    /** What is left to use of one pass product (次卡). */
    public static Asset passes(long product) {
        return new Asset("PASSES:" + product);
    }

    /** Whether it is kept in lots, each with a last day; else it stays until it is spent. */
    public boolean expires() {
        return !(equals(GROWTH) || equals(PRINCIPAL));
    }

    public boolean isMoney() {
        return equals(PRINCIPAL) || equals(GIFT);
    }

    /** So much of it, for people: {@code ¥38.50} or {@code 120}. */
    public String words(long amount) {
        if (!isMoney()) {
            return Long.toString(amount);
        }
        var fen = Math.abs(amount);
        return (amount < 0 ? "-¥" : "¥") + "%d.%02d".formatted(fen / 100, fen % 100);
    }

    @Override
    public String toString() {
        return code;
    }
}
