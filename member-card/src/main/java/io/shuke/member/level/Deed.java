package io.shuke.member.level;

import java.time.LocalDate;

/**
 * What counts towards a level: a bill, or growth alone. What goes back of a bill counts on the bill's own day.
 *
 * @param day in the shop's zone
 * @param fen paid
 * @param visits 1 for a bill, 0 for a part of one
 */
public record Deed(LocalDate day, long fen, int visits, long growth) {

    public static Deed bill(LocalDate day, long fen, long growth) {
        return new Deed(day, fen, 1, growth);
    }

    Deed negated() {
        return new Deed(day, -fen, -visits, -growth);
    }
}
