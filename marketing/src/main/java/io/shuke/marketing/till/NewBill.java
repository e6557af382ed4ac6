package io.shuke.marketing.till;

import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import io.shuke.member.purchase.BillLine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bill as the till asks for it to be settled.
 *
 * @param orderNo the till's own number, used once in a store
 * @param member null for a stranger
 * @param coupons the codes the customer showed
 * @param points how many the member wishes to spend
 * @param balance how much of the stored value the member wishes to spend
 * @param paid what the till has taken in money; it has to be right to the fen
 * @param at null for now
 */
public record NewBill(
        long store,
        String orderNo,
        @Nullable MemberId member,
        List<BillLine> lines,
        List<String> coupons,
        long points,
        Fen balance,
        Fen paid,
        @Nullable Instant at) {

    private static final int MOST_COUPONS = 10;

    public NewBill {
        lines = List.copyOf(lines);
        coupons = List.copyOf(coupons);
        if (lines.isEmpty()
                || coupons.size() > MOST_COUPONS
                || coupons.stream().distinct().count() < coupons.size()
                || points < 0
                || points > 1_000_000_000
                || balance.value() < 0
                || paid.value() < 0) {
            throw TillRefusal.billImpossible();
        }
        if (member == null && (!coupons.isEmpty() || points > 0 || balance.value() > 0)) {
            throw TillRefusal.memberNeeded();
        }
    }

    boolean spends() {
        return !coupons.isEmpty() || points > 0 || balance.value() > 0;
    }

    /** A hash of all that is asked: the same order number with other contents is another bill. */
    byte[] content() {
        var text = lines.stream()
                        .map(line -> String.join(
                                "\t",
                                line.sku(),
                                line.name(),
                                line.category(),
                                line.quantity() + "",
                                line.amount().value() + ""))
                        .collect(Collectors.joining("\n"))
                + "\n" + String.join(",", coupons) + "\n" + member + "\n" + points + "\n" + balance.value() + "\n"
                + paid.value() + "\n" + at;
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
