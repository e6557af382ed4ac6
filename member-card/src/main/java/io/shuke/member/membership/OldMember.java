package io.shuke.member.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody from a list that the shop kept before.
 *
 * @param phone as the list has it; nobody has verified it
 * @param profile by field name, see {@link ProfileFields}
 * @param joinedAt as the list has it, else when it was brought in
 */
public record OldMember(Phone phone, @Nullable LocalDate birthday, Map<String, String> profile, Instant joinedAt) {

    @Override
    public String toString() {
        return "OldMember[" + joinedAt + "]";
    }
}
