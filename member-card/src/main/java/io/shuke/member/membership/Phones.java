package io.shuke.member.membership;

import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.FieldCipher;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;

/** A member shows that a phone number is his. */
@Component
class Phones {

    private final MemberMapper members;
    private final IdentityMapper identities;
    private final Links links;
    private final Merging merging;
    private final Claims claims;
    private final SearchIndex search;
    private final FieldCipher cipher;
    private final BlindIndex blind;

    Phones(
            MemberMapper members,
            IdentityMapper identities,
            Links links,
            Merging merging,
            Claims claims,
            SearchIndex search,
            FieldCipher cipher,
            BlindIndex blind) {
        this.members = members;
        this.identities = identities;
        this.links = links;
        this.merging = merging;
        this.claims = claims;
        this.search = search;
        this.cipher = cipher;
        this.blind = blind;
    }

    /** Returns who has the phone now: somebody else when the number showed that two members are one. */
    long add(long member, Phone phone) {
        var index = Sighting.index(phone.identity(), blind);
        var before = identities.one(index);
        members.lock(
                before == null
                        ? List.of(member)
                        : Stream.of(member, before.memberId())
                                .distinct()
                                .sorted()
                                .toList());
        var row = active(member);
        var holder = identities.one(index);
        if (holder == null ? before != null : before == null || before.memberId() != holder.memberId()) {
            throw new CannotAcquireLockException("the phone changed hands before its holder could be locked");
        }
        if (holder == null) {
            link(row, phone);
            search.keep(member);
            return member;
        }
        if (holder.memberId() == member) {
            members.setPhone(member, holder.id());
            search.keep(member);
            return member;
        }
        var both = List.of(row, claimedOrActive(holder.memberId()));
        if (!merging.mayBeSilent(both)) {
            throw MembershipRefusal.phoneTaken();
        }
        if (both.get(1).state() == MemberState.WAITING) {
            links.revive(both.get(1), holder, phone.identity());
            claims.claimed(holder.memberId());
        }
        return merging.unite(both);
    }

    private void link(MemberRow row, Phone phone) {
        if (row.phoneId() != null) {
            identities.delete(row.phoneId());
        }
        var sighting = Sighting.of(List.of(), phone, blind);
        members.setPhone(
                row.id(), links.link(sighting.missing(List.of()), row.id(), row.key(cipher), sighting.cameWith()));
    }

    private MemberRow claimedOrActive(long id) {
        var row = Objects.requireNonNull(members.one(id));
        return row.state() == MemberState.WAITING ? row : active(id);
    }

    private MemberRow active(long id) {
        var row = Objects.requireNonNull(members.one(id));
        return switch (row.state()) {
            case ACTIVE -> row;
            case WITHDRAWN -> throw MembershipRefusal.withdrawn();
            case WAITING, LEFT -> throw MembershipRefusal.unknownMember();
            case ABSORBED -> throw new CannotAcquireLockException("the member was absorbed before he could be held");
        };
    }
}
