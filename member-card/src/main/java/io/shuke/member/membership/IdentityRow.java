package io.shuke.member.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

record IdentityRow(
        long id,
        long memberId,
        String provider,
        byte[] subjectIndex,
        byte @Nullable [] subject,
        String cameWith,
        Instant linkedAt,
        @Nullable Instant withdrawnAt) {

    static final String SUBJECT = "member_identity.subject";

    boolean isPhone() {
        return provider.equals(Identity.PHONE);
    }

    boolean active() {
        return withdrawnAt == null;
    }

    /** Null when the subject was deleted because the identity is withdrawn. */
    @Nullable
    Identity toDomain(MemberKey key) {
        return subject == null ? null : new Identity(provider, key.open(subject, SUBJECT, id));
    }
}
