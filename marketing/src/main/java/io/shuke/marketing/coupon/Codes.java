package io.shuke.marketing.coupon;

import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.MerchantScope;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The codes of coupons: 80 random bits as 16 letters and digits that nobody mistakes for others. A code is sealed for its
 * owner and found by a keyed hash; it is not derived from the row, so that turning over a key leaves printed codes good.
 */
@Component
class Codes {

    static final int LENGTH = 16;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    private final BlindIndex blind;
    private final FieldCipher cipher;
    private final SecureRandom random = new SecureRandom();

    Codes(BlindIndex blind, FieldCipher cipher) {
        this.blind = blind;
        this.cipher = cipher;
    }

    /**
     * @param clear for the owner, now
     * @param hash by which the row is found
     * @param sealed for the owner, later
     */
    record Made(String clear, byte[] hash, byte[] sealed) {

        @Override
        public String toString() {
            return "Made";
        }
    }

    Made make(long coupon) {
        var code = new StringBuilder(LENGTH);
        for (int n = 0; n < LENGTH; n++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        var clear = code.toString();
        return new Made(clear, hash(clear), cipher.seal(clear, place(coupon)));
    }

    String open(long coupon, byte[] sealed) {
        return cipher.open(sealed, place(coupon));
    }

    /** @throws CouponRefusal {@code coupon.unknown} for what can be no code */
    byte[] hashOf(String typed) {
        var code = typed.strip().replace("-", "").replace(" ", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(code).matches()) {
            throw CouponRefusal.unknown();
        }
        return hash(code);
    }

    private byte[] hash(String code) {
        return blind.of(MerchantScope.current(), "coupon.code", code);
    }

    private static String place(long coupon) {
        return "coupon.code:" + coupon;
    }
}
