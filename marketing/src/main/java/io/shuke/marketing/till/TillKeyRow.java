package io.shuke.marketing.till;

import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.MerchantId;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

record TillKeyRow(
        long merchantId,
        long id,
        long storeId,
        String name,
        String scopes,
        byte[] secret,
        byte @Nullable [] previousSecret,
        @Nullable Instant previousUntil,
        LocalTime opens,
        LocalTime closes,
        long billFen,
        long hourFen,
        long dayFen,
        long billPoints,
        long hourPoints,
        long dayPoints,
        Instant issuedAt,
        @Nullable Instant revokedAt) {

    static TillKeyRow of(TillKey key, FieldCipher cipher) {
        var terms = key.terms();
        var caps = terms.caps();
        var place = place(key.id().value());
        return new TillKeyRow(
                key.merchant().value(),
                key.id().value(),
                terms.store(),
                terms.name(),
                terms.scopes().stream().sorted().map(TillScope::name).collect(Collectors.joining(",")),
                cipher.seal(key.secret().value(), place),
                key.previous() == null ? null : cipher.seal(key.previous().value(), place),
                key.previousUntil(),
                terms.hours().opens(),
                terms.hours().closes(),
                caps.billFen(),
                caps.hourFen(),
                caps.dayFen(),
                caps.billPoints(),
                caps.hourPoints(),
                caps.dayPoints(),
                key.issuedAt(),
                key.revokedAt());
    }

    TillKey toDomain(FieldCipher cipher) {
        var terms = new TillTerms(
                name,
                storeId,
                Arrays.stream(scopes.split(",")).map(TillScope::valueOf).collect(Collectors.toSet()),
                new TillCaps(billFen, hourFen, dayFen, billPoints, hourPoints, dayPoints),
                new OpeningHours(opens, closes));
        return new TillKey(
                new TillKeyId(id),
                new MerchantId(merchantId),
                terms,
                new TillSecret(cipher.open(secret, place(id))),
                previousSecret == null ? null : new TillSecret(cipher.open(previousSecret, place(id))),
                previousUntil,
                issuedAt,
                revokedAt);
    }

    private static String place(long id) {
        return "till_key.secret:" + id;
    }
}
