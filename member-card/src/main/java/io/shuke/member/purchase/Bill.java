package io.shuke.member.purchase;

import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody bought.
 *
 * @param member null for a stranger
 * @param lines may be none, when only the sum was typed
 * @param gross before any discount; the sum of the lines where there are some
 * @param paid in whatever way, stored value included: gross less every discount, coupon and points offset
 * @param step the member's level when he bought, 0 for a stranger
 * @param points what the bill gave
 */
public record Bill(
        BillId id,
        Order order,
        @Nullable MemberId member,
        List<BillLine> lines,
        Fen gross,
        Fen paid,
        int step,
        long points,
        Instant at) {

    private static final int MOST_LINES = 200;
    /** A million yuan: nobody buys for more in one go, and sums of it stay far from overflow. */
    private static final long MOST_FEN = 100_000_000L;

    public Bill {
        lines = List.copyOf(lines);
        if (lines.size() > MOST_LINES) {
            throw PurchaseRefusal.tooManyLines(MOST_LINES);
        }
        if (gross.value() <= 0) {
            throw PurchaseRefusal.notPositive();
        }
        if (gross.value() > MOST_FEN) {
            throw PurchaseRefusal.tooMuch();
        }
        if (!lines.isEmpty() && sum(lines) != gross.value()) {
            throw PurchaseRefusal.linesDoNotAddUp();
        }
        if (paid.value() < 0 || paid.value() > gross.value()) {
            throw PurchaseRefusal.paidOutOfBounds();
        }
        if (step < 0 || points < 0) {
            throw new IllegalArgumentException("neither a level nor earned points are negative");
        }
    }

    /** A bill whose sum is that of its lines. */
    public static Bill of(BillId id, Order order, @Nullable MemberId member, List<BillLine> lines, Instant at) {
        var sum = sum(lines);
        if (sum > MOST_FEN) {
            throw PurchaseRefusal.tooMuch();
        }
        var gross = new Fen(sum);
        return new Bill(id, order, member, lines, gross, gross, 0, 0, at);
    }

    public Bill paying(Fen paid) {
        return new Bill(id, order, member, lines, gross, paid, step, points, at);
    }

    public Bill giving(int step, long points) {
        return new Bill(id, order, member, lines, gross, paid, step, points, at);
    }

    public Fen discount() {
        return new Fen(gross.value() - paid.value());
    }

    /**
     * What was paid for each line: the discount falls on all alike, and the fen that do not divide on the largest
     * remainders. They add up to what was paid.
     */
    public List<Fen> shares() {
        var total = gross.value();
        var shares = new long[lines.size()];
        var order = new ArrayList<Integer>();
        long left = paid.value();
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.multiplyExact(lines.get(i).amount().value(), paid.value()) / total;
            left -= shares[i];
            order.add(i);
        }
        order.sort(Comparator.comparingLong((Integer line) -> -remainder(line)));
        for (int i = 0; i < left; i++) {
            shares[order.get(i)]++;
        }
        return Arrays.stream(shares).mapToObj(Fen::new).toList();
    }

    private long remainder(int line) {
        return lines.get(line).amount().value() * paid.value() % gross.value();
    }

    /** Whether both say the same of the purchase; what it brought the member follows and is not asked. */
    boolean sameAs(Bill other) {
        return order.equals(other.order)
                && Objects.equals(member, other.member)
                && lines.equals(other.lines)
                && gross.equals(other.gross)
                && paid.equals(other.paid);
    }

    /** The bound of money keeps the sum of the largest lines far from overflow. */
    private static long sum(List<BillLine> lines) {
        return lines.stream().mapToLong(line -> line.amount().value()).sum();
    }
}
