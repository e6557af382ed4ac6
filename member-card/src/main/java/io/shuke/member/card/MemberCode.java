package io.shuke.member.card;

import java.time.Instant;

/**
 * A code the member shows at the counter.
 *
 * @param value 24 digits, so that Code 128 needs only twelve symbols
 * @param expiresAt from then on it is refused
 */
public record MemberCode(String value, Instant expiresAt) {

    @Override
    public String toString() {
        return "MemberCode[" + expiresAt + "]";
    }
}
