package io.shuke.member.ledger;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the self-check found, kept until somebody has looked into it.
 *
 * @param member whose account was frozen for it; null when it is nobody's
 * @param detail for whoever reads the log; {@link #words()} is for people
 * @param settled what a person decided about it last; null when nobody has
 * @param open whether it waits for a person
 */
public record Alert(
        long id,
        String rule,
        @Nullable MemberId member,
        @Nullable Asset asset,
        String detail,
        Instant foundAt,
        boolean open,
        @Nullable Settled settled) {

    /** @param mended whether balance and lots were made again from the entries */
    public record Settled(String actor, String reason, boolean mended, Instant at) {}

    /** What was found, for the owner. */
    public String words() {
        return Finding.words(rule, asset, detail);
    }
}
