package io.shuke.member.purchase;

/** What some members together bought. @param people who bought at all @param fen paid, less what went back */
public record Spending(long people, long bills, long fen) {

    public static final Spending NOTHING = new Spending(0, 0, 0);

    public Spending plus(Spending other) {
        return new Spending(people + other.people, bills + other.bills, fen + other.fen);
    }
}
