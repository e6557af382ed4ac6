package io.shuke.member.membership;

import io.shuke.member.ground.FieldCipher;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;

/** Reads members, and holds them while they are changed. */
@Component
class Register {

    private final MemberMapper members;
    private final IdentityMapper identities;
    private final DateMapper dates;
    private final FieldCipher cipher;

    Register(MemberMapper members, IdentityMapper identities, DateMapper dates, FieldCipher cipher) {
        this.members = members;
        this.identities = identities;
        this.dates = dates;
        this.cipher = cipher;
    }

    /** A member who was absorbed by another is that other one now. */
    MemberRow present(MemberId id) {
        var row = members.one(id.value());
        while (row != null && row.state() == MemberState.ABSORBED && row.absorbedBy() != null) {
            row = members.one(row.absorbedBy());
        }
        if (row == null || !row.present()) {
            throw MembershipRefusal.unknownMember();
        }
        return row;
    }

    /** Empty for a number that was never given out, and for the card of somebody who has left. */
    Optional<MemberRow> numbered(String number) {
        return Optional.ofNullable(members.idOf(number))
                .map(id -> present(new MemberId(id)))
                .filter(row -> row.state() == MemberState.ACTIVE);
    }

    /** Nobody else changes the member until this transaction ends. */
    MemberRow held(MemberId id) {
        long present = present(id).id();
        members.lock(List.of(present));
        var row = members.one(present);
        if (row == null || row.state() == MemberState.ABSORBED) {
            throw new CannotAcquireLockException("the member was absorbed before he could be held");
        }
        if (!row.present()) {
            throw MembershipRefusal.unknownMember();
        }
        return row;
    }

    List<MemberRow> page(long before, int limit) {
        return members.page(before, limit);
    }

    long joined(Instant from, Instant until) {
        return members.joined(from, until);
    }

    List<Long> idsAfter(long after, int limit) {
        return members.idsAfter(after, limit);
    }

    List<Long> idsAmong(Collection<Long> ids) {
        return members.idsAmong(ids);
    }

    long count() {
        return members.count();
    }

    Member shown(MemberRow row) {
        return row.toDomain(cipher);
    }

    /** In the clear, the phone among them. */
    List<Identity> identities(MemberRow row) {
        var key = row.key(cipher);
        return identities.of(row.id()).stream()
                .map(identity -> identity.toDomain(key))
                .filter(Objects::nonNull)
                .toList();
    }

    List<ImportantDate> dates(MemberRow row) {
        var key = row.key(cipher);
        return dates.of(row.id()).stream().map(date -> date.toDomain(key)).toList();
    }
}
