package io.shuke.member.ledger;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the self-check found, kept until somebody has looked into it.
 *
 * @param member whose account was frozen for it; null when it is nobody's
 */
public record Alert(
        long id,
        String rule,
        @Nullable MemberId member,
        @Nullable Asset asset,
        String detail,
        Instant foundAt) {}
