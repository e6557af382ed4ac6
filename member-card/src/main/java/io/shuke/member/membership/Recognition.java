package io.shuke.member.membership;

import io.shuke.member.ground.FieldCipher;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose identities are these? */
@Component
class Recognition {

    private final MemberMapper members;
    private final Links links;
    private final Merging merging;
    private final Claims claims;
    private final FieldCipher cipher;

    Recognition(MemberMapper members, Links links, Merging merging, Claims claims, FieldCipher cipher) {
        this.members = members;
        this.links = links;
        this.merging = merging;
        this.claims = claims;
        this.cipher = cipher;
    }

    /** One query, and for a regular guest all there is to do. */
    List<MemberRow> find(Sighting sighting) {
        return sighting.sorted(members.seen(sighting.indexes()));
    }

    /** Whether nothing is left to link or to merge. */
    static boolean settled(Sighting sighting, List<MemberRow> found) {
        return sighting.missing(found).isEmpty() && owners(found, false).size() <= 1;
    }

    static Optional<MemberRow> firstActive(List<MemberRow> found) {
        return found.stream().filter(row -> !row.dormant()).findFirst();
    }

    /**
     * Finds the one member, links what is missing, merges two who turn out to be one.
     *
     * @param consenting whether the person has just agreed to be a member: only then are withdrawn identities taken up
     *     again
     */
    @Transactional
    Optional<MemberRow> settle(Sighting sighting, boolean consenting) {
        var before = owners(find(sighting), consenting);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        var held = members.lock(before.stream().map(MemberRow::id).sorted().toList());
        var found = find(sighting);
        var owners = owners(found, consenting);
        if (!held.equals(owners.stream().map(MemberRow::id).sorted().toList())
                || !owners.stream().allMatch(owner -> owner.mayBe(consenting))) {
            throw new CannotAcquireLockException("the members changed before they could be locked");
        }
        boolean apart = owners.size() > 1 && !merging.mayBeSilent(owners);
        if (consenting) {
            takeUpAgain(sighting, found);
            claim(sighting, apart ? owners.subList(0, 1) : owners);
        }
        if (apart) {
            return Optional.of(owners.get(0));
        }
        return Optional.of(complete(sighting, found, merging.unite(owners)));
    }

    private void takeUpAgain(Sighting sighting, List<MemberRow> found) {
        found.stream()
                .filter(row -> row.dormant() && row.state() != MemberState.WAITING)
                .forEach(row -> links.revive(row, sighting.identity(seenAs(row)), sighting.cameWith()));
        found.stream()
                .filter(row -> row.state() == MemberState.WITHDRAWN)
                .forEach(row -> members.setState(row.id(), MemberState.ACTIVE, null));
    }

    /** The phone of one who waits is the only identity he has, and this person has just proved it. */
    private void claim(Sighting sighting, List<MemberRow> owners) {
        owners.stream().filter(row -> row.state() == MemberState.WAITING).forEach(row -> {
            links.revive(row, sighting.identity(seenAs(row)), sighting.cameWith());
            claims.claimed(row.id());
        });
    }

    private MemberRow complete(Sighting sighting, List<MemberRow> found, long id) {
        var owner = read(id);
        var missing = sighting.missing(found);
        // A second phone does not displace the first one without the member asking for it.
        if (owner.phoneId() != null) {
            missing.values().removeIf(Identity::isPhone);
        }
        var phone = links.link(missing, id, owner.key(cipher), sighting.cameWith());
        if (phone != null) {
            members.setPhone(id, phone);
        }
        return read(id);
    }

    private MemberRow read(long id) {
        return Objects.requireNonNull(members.one(id));
    }

    private static List<MemberRow> owners(List<MemberRow> found, boolean consenting) {
        var seen = new HashSet<Long>();
        return found.stream()
                .filter(row -> consenting || !row.dormant())
                .filter(row -> seen.add(row.id()))
                .toList();
    }

    private static byte[] seenAs(MemberRow row) {
        return Objects.requireNonNull(row.seenAs());
    }
}
