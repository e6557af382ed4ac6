package io.shuke.member.card;

import com.google.crypto.tink.prf.Prf;
import io.shuke.member.ground.Keys;
import io.shuke.member.ground.MerchantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Makes and checks the digits of a member code: ten of the card's number, five of the second it was made in, nine of a
 * signature over both and the merchant. A holder of the key can check one without asking the database; that it is used
 * once only the database can say.
 */
@Component
class CodeSigner {

    static final Duration LIFETIME = Duration.ofSeconds(60);
    /** Two nodes' clocks may differ by this much before a fresh code looks as if it came from the future. */
    private static final long SKEW_SECONDS = 10;

    private static final long SECONDS_SHOWN = 100_000;
    private static final long SIGNATURES = 1_000_000_000;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{24}");

    /** What a valid code says. */
    record Read(String number, long issuedAt) {}

    private final Keys keys;

    CodeSigner(Keys keys) {
        this.keys = keys;
    }

    MemberCode sign(MerchantId merchant, String number, Instant now) {
        var second = now.getEpochSecond();
        try {
            var newest =
                    Objects.requireNonNull(keys.code().getPrfs().get(keys.code().getPrimaryId()));
            var value = number
                    + digits(second % SECONDS_SHOWN, SECONDS_SHOWN)
                    + digits(signature(newest, merchant, number, second), SIGNATURES);
            return new MemberCode(value, Instant.ofEpochSecond(second).plus(LIFETIME));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws CardRefusal {@code card.code-malformed}, {@code card.code-forged} or {@code card.code-expired} */
    Read read(MerchantId merchant, String code, Instant now) {
        if (!DIGITS.matcher(code).matches()) {
            throw CardRefusal.codeMalformed();
        }
        var number = code.substring(0, 10);
        var second = nearest(Long.parseLong(code, 10, 15, 10), now.getEpochSecond());
        if (!signed(merchant, number, second, code.substring(15))) {
            throw CardRefusal.codeForged();
        }
        var age = now.getEpochSecond() - second;
        if (age >= LIFETIME.toSeconds() || age < -SKEW_SECONDS) {
            throw CardRefusal.codeExpired();
        }
        return new Read(number, second);
    }

    /** The full second that ends in the five digits shown and lies closest to now. */
    private static long nearest(long shown, long now) {
        var second = now - Math.floorMod(now - shown, SECONDS_SHOWN);
        return now - second > SECONDS_SHOWN / 2 ? second + SECONDS_SHOWN : second;
    }

    private boolean signed(MerchantId merchant, String number, long second, String shown) {
        try {
            var found = false;
            for (var key : keys.code().getPrfs().values()) {
                var expected = digits(signature(key, merchant, number, second), SIGNATURES);
                found |= MessageDigest.isEqual(bytes(expected), bytes(shown));
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long signature(Prf key, MerchantId merchant, String number, long second)
            throws GeneralSecurityException {
        var text = bytes(merchant + " " + number + " " + second);
        return Long.remainderUnsigned(
                ByteBuffer.wrap(key.compute(text, Long.BYTES)).getLong(), SIGNATURES);
    }

    /** With leading zeros, as many digits as every number below the bound has room for. */
    private static String digits(long number, long bound) {
        return Long.toString(bound + number).substring(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
