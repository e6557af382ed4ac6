package io.shuke.marketing.till;

import io.shuke.member.ground.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A till's key with its secrets, as whoever checks a signature needs it.
 *
 * @param previous the secret before the last rotation, good until {@code previousUntil}
 */
public record TillKey(
        TillKeyId id,
        MerchantId merchant,
        TillTerms terms,
        TillSecret secret,
        @Nullable TillSecret previous,
        @Nullable Instant previousUntil,
        Instant issuedAt,
        @Nullable Instant revokedAt) {

    public boolean isRevoked() {
        return revokedAt != null;
    }

    static TillKey fresh(TillKeyId id, MerchantId merchant, TillTerms terms, Instant now) {
        return new TillKey(id, merchant, terms, TillSecret.random(), null, null, now, null);
    }

    TillKey on(TillTerms other) {
        return new TillKey(id, merchant, other, secret, previous, previousUntil, issuedAt, revokedAt);
    }

    TillKey rotated(Instant until) {
        return new TillKey(id, merchant, terms, TillSecret.random(), secret, until, issuedAt, revokedAt);
    }

    TillKey revoked(Instant at) {
        return new TillKey(id, merchant, terms, secret, null, null, issuedAt, at);
    }

    /** The secrets that sign for this key now: none once it is revoked. */
    public List<TillSecret> secrets(Instant now) {
        if (isRevoked()) {
            return List.of();
        }
        var old = previousUntil != null && now.isBefore(previousUntil) ? previous : null;
        return Stream.of(secret, old).flatMap(Stream::ofNullable).toList();
    }

    /** @throws TillRefusal {@code till.other-store} */
    void standsIn(long store) {
        if (terms.store() != store) {
            throw TillRefusal.otherStore();
        }
    }

    @Override
    public String toString() {
        return "TillKey[" + id + "]";
    }
}
