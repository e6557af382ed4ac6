package io.shuke.member.membership;

import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Ties identities to members. */
@Component
class Links {

    private final IdentityMapper identities;
    private final FieldCipher cipher;
    private final Ids ids;
    private final Clock clock;

    Links(IdentityMapper identities, FieldCipher cipher, Ids ids, Clock clock) {
        this.identities = identities;
        this.cipher = cipher;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Links what nobody has to a member whose row this transaction holds.
     *
     * @return the id of the phone's row, or null when there was no phone among them
     */
    @Nullable
    Long link(Map<byte[], Identity> missing, long member, MemberKey key, String cameWith) {
        var rows = new ArrayList<IdentityRow>();
        var at = clock.instant();
        Long phone = null;
        for (var entry : missing.entrySet()) {
            var identity = entry.getValue();
            long id = ids.next();
            var subject = key.seal(identity.subject(), IdentityRow.SUBJECT, id);
            rows.add(new IdentityRow(id, member, identity.provider(), entry.getKey(), subject, cameWith, at, null));
            phone = identity.isPhone() ? Long.valueOf(id) : phone;
        }
        if (!rows.isEmpty()) {
            insert(rows);
        }
        return phone;
    }

    private void insert(List<IdentityRow> rows) {
        try {
            identities.insert(rows);
        } catch (DuplicateKeyException first) {
            // The gate repeats the work, which then finds what the winner wrote.
            throw new CannotAcquireLockException("somebody else was first with the same person", first);
        }
    }

    /** A withdrawn identity whose owner consents again. */
    void revive(MemberRow owner, Identity identity, String cameWith) {
        var row = owner.seenAs() == null ? null : identities.one(owner.seenAs());
        if (row == null) {
            throw new IllegalStateException("a locked member lost an identity");
        }
        var subject = owner.key(cipher).seal(identity.subject(), IdentityRow.SUBJECT, row.id());
        identities.revive(row.id(), subject, cameWith);
    }

    /** A phone on its own says nothing about where the person came from. */
    void revive(MemberRow owner, IdentityRow row, Identity identity) {
        identities.revive(row.id(), owner.key(cipher).seal(identity.subject(), IdentityRow.SUBJECT, row.id()), "");
    }
}
