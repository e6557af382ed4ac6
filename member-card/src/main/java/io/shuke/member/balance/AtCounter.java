package io.shuke.member.balance;

import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import java.util.regex.Pattern;

/**
 * Money handed over in the shop.
 *
 * @param gift what is given on top, at most as much
 * @param staff who took it, such as {@code staff:7}
 * @param reason 1 to 80 characters
 * @param key made by the asker, so that asking twice charges once: 8 to 40 letters, digits and hyphens
 */
public record AtCounter(MemberId member, Fen pay, Fen gift, String staff, String reason, String key) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{8,40}");

    public AtCounter {
        if (pay.value() <= 0 || gift.value() < 0 || gift.value() > pay.value()) {
            throw ChargeRefusal.notPositive();
        }
        if (reason.isBlank() || reason.length() > 80) {
            throw ChargeRefusal.badReason();
        }
        if (!KEY.matcher(key).matches()) {
            throw ChargeRefusal.keyUsed();
        }
    }

    String payment() {
        return "counter:" + key;
    }
}
