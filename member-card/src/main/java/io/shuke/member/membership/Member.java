package io.shuke.member.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member as others may see him.
 *
 * @param number what stands on the card, ten digits
 * @param nickname his own, or one made of the card number
 * @param profile by field name, see {@link ProfileFields}
 */
public record Member(
        MemberId id,
        String number,
        String nickname,
        @Nullable String phoneMasked,
        @Nullable LocalDate birthday,
        Map<String, String> profile,
        Instant joinedAt,
        MemberState state) {

    /** Members end up in logs by accident; their data must not. */
    @Override
    public String toString() {
        return "Member[" + id + "]";
    }
}
