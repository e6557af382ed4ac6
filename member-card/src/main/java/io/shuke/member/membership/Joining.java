package io.shuke.member.membership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to become a member.
 *
 * @param identities all that is known of the person; first the one through which he came, for what he gives now is
 *     deleted again when he withdraws that one
 * @param phone a number that was verified just now
 * @param consentVersion the version of the text that he was shown
 * @param channel where he was shown it
 * @param scene what stood in the QR code that led here
 */
public record Joining(
        List<Identity> identities,
        @Nullable Phone phone,
        String consentVersion,
        String channel,
        @Nullable String nickname,
        @Nullable LocalDate birthday,
        @Nullable String scene,
        @Nullable String inviteCode) {

    public Joining {
        identities = List.copyOf(identities);
        if (identities.isEmpty() || identities.stream().anyMatch(Identity::isPhone)) {
            throw MembershipRefusal.identityMalformed();
        }
    }

    @Override
    public String toString() {
        return "Joining[" + channel + "]";
    }
}
