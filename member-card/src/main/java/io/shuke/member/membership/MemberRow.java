package io.shuke.member.membership;

import io.shuke.member.ground.FieldCipher;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member with his key and his phone.
 *
 * @param seenAs the blind index of the identity that led to him, null when he was read by his id
 * @param dormant whether that identity is withdrawn
 */
record MemberRow(
        long id,
        String number,
        MemberState state,
        byte @Nullable [] nickname,
        @Nullable String nicknameFrom,
        byte @Nullable [] birthday,
        byte @Nullable [] profile,
        @Nullable Long phoneId,
        byte @Nullable [] phone,
        Instant joinedAt,
        @Nullable Long absorbedBy,
        byte @Nullable [] secret,
        byte @Nullable [] seenAs,
        boolean dormant) {

    static final String NICKNAME = "member.nickname";
    static final String BIRTHDAY = "member.birthday";
    static final String PROFILE = "member.profile";

    MemberKey key(FieldCipher cipher) {
        if (secret == null) {
            throw new IllegalStateException("member " + id + " has no key any more");
        }
        return MemberKey.opened(secret, id, cipher);
    }

    Personal personal(MemberKey key) {
        var born = key.openNullable(birthday, BIRTHDAY, id);
        return new Personal(
                key.openNullable(nickname, NICKNAME, id),
                nicknameFrom,
                born == null ? null : LocalDate.parse(born),
                Personal.profileOf(key.openNullable(profile, PROFILE, id)));
    }

    Member toDomain(FieldCipher cipher) {
        var key = key(cipher);
        var personal = personal(key);
        return new Member(
                new MemberId(id),
                number,
                personal.nickname() == null ? "会员" + number.substring(6) : personal.nickname(),
                maskedPhone(key),
                personal.birthday(),
                personal.profile(),
                joinedAt,
                state);
    }

    private @Nullable String maskedPhone(MemberKey key) {
        return phone == null || phoneId == null
                ? null
                : new Phone(key.open(phone, IdentityRow.SUBJECT, phoneId)).masked();
    }

    /** Whether he may be one of those to settle on: who waits to be claimed only counts for a person who consents. */
    boolean mayBe(boolean consenting) {
        return present() || consenting && state == MemberState.WAITING;
    }

    boolean present() {
        return state == MemberState.ACTIVE || state == MemberState.WITHDRAWN;
    }
}
