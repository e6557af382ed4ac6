package io.shuke.member.level;

import java.time.LocalDate;
import java.util.Arrays;

/** A member's figures of the last months, newest first; what is older falls off the end. */
final class Months {

    /** A year, and the running month beside it. */
    static final int KEPT = 13;

    private final int newest;
    private final long[][] figures;

    /** @param newest counted from the year 0 */
    Months(int newest, long[][] figures) {
        this.newest = newest;
        this.figures = figures;
    }

    static Months empty(int newest) {
        return new Months(newest, new long[Measure.values().length][KEPT]);
    }

    static int number(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    int newest() {
        return newest;
    }

    long of(Measure measure, int age) {
        return figures[measure.ordinal()][age];
    }

    Months with(Deed deed) {
        var month = number(deed.day());
        var moved = movedTo(Math.max(newest, month));
        var age = moved.newest - month;
        if (age < KEPT) {
            moved.figures[Measure.AMOUNT.ordinal()][age] += deed.fen();
            moved.figures[Measure.VISITS.ordinal()][age] += deed.visits();
            moved.figures[Measure.GROWTH.ordinal()][age] += deed.growth();
        }
        return moved;
    }

    /** Month by month, times {@code sign}: 1 for two members who become one, -1 for their becoming two again. */
    Months plus(Months other, int sign) {
        var sum = movedTo(Math.max(newest, other.newest));
        var added = other.movedTo(sum.newest);
        for (int measure = 0; measure < figures.length; measure++) {
            for (int age = 0; age < KEPT; age++) {
                sum.figures[measure][age] += sign * added.figures[measure][age];
            }
        }
        return sum;
    }

    /** The sum of {@code count} months up to and including {@code last}. */
    long sum(Measure measure, int last, int count) {
        long sum = 0;
        for (int age = 0; age < KEPT; age++) {
            var month = newest - age;
            if (month <= last && month > last - count) {
                sum += figures[measure.ordinal()][age];
            }
        }
        return sum;
    }

    private Months movedTo(int month) {
        var by = month - newest;
        var moved = new long[figures.length][];
        for (int measure = 0; measure < figures.length; measure++) {
            moved[measure] = new long[KEPT];
            if (by < KEPT) {
                System.arraycopy(figures[measure], 0, moved[measure], by, KEPT - by);
            }
        }
        return new Months(month, moved);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Months that && newest == that.newest && Arrays.deepEquals(figures, that.figures);
    }

    @Override
    public int hashCode() {
        return newest + 31 * Arrays.deepHashCode(figures);
    }
}
