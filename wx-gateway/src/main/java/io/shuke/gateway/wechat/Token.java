package io.shuke.gateway.wechat;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An account's access token: whoever holds it speaks for the shop. */
record Token(String value, Instant fetchedAt, Instant expiresAt) {

    /** Not used in its last seconds: the call has to arrive before the end. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    boolean usableAt(Instant now) {
        return lastsAt(now, MARGIN);
    }

    boolean lastsAt(Instant now, Duration longEnough) {
        return now.plus(longEnough).isBefore(expiresAt);
    }

    boolean fetchedWithin(Duration span, Instant now) {
        return now.minus(span).isBefore(fetchedAt);
    }

    String toText() {
        return fetchedAt.toEpochMilli() + " " + expiresAt.toEpochMilli() + " " + value;
    }

    static Optional<Token> parse(String text) {
        var parts = text.split(" ", 3);
        try {
            return parts.length < 3
                    ? Optional.empty()
                    : Optional.of(new Token(
                            parts[2],
                            Instant.ofEpochMilli(Long.parseLong(parts[0])),
                            Instant.ofEpochMilli(Long.parseLong(parts[1]))));
        } catch (NumberFormatException | DateTimeException garbage) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Token[until " + expiresAt + "]";
    }
}
