package io.shuke.marketing.coupon;

import io.shuke.member.membership.MemberId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A coupon to be given to a member.
 *
 * @param reference what it is given for, such as {@code grant:42}, at most 64 visible ASCII characters: a member gets one
 *     coupon for it and, asking again, the same one. Null when each asking is a new wish
 * @param actor who gives it: {@code member}, {@code system} or {@code staff:…}
 */
public record Award(
        long offer, MemberId member, Way way, @Nullable String reference, String actor) {

    /** By the member himself. @param key the request's own, of whatever length; null when it has none */
    public static Award claim(long offer, MemberId member, Way way, @Nullable String key) {
        return new Award(offer, member, way, key == null ? null : reference("claim", key), "member");
    }

    /** By a rule of the house. */
    public static Award automatic(long offer, MemberId member, Way way, String reference) {
        return new Award(offer, member, way, reference, "system");
    }

    /** A reference made of a caller's key. */
    public static String reference(String what, String key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return what + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
