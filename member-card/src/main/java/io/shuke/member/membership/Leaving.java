package io.shuke.member.membership;

import io.shuke.member.ground.BlindIndex;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;

/** How members take things back, or go. */
@Component
class Leaving {

    private static final String DEREGISTRATION = "deregistration";

    private final MemberMapper members;
    private final IdentityMapper identities;
    private final DateMapper dates;
    private final FanMapper fans;
    private final Consents consents;
    private final SearchIndex search;
    private final BlindIndex blind;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Leaving(
            MemberMapper members,
            IdentityMapper identities,
            DateMapper dates,
            FanMapper fans,
            Consents consents,
            SearchIndex search,
            BlindIndex blind,
            Clock clock,
            ApplicationEventPublisher events) {
        this.members = members;
        this.identities = identities;
        this.dates = dates;
        this.fans = fans;
        this.consents = consents;
        this.search = search;
        this.blind = blind;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The identity goes dormant: its subject is deleted, its blind index stays, so that the person who consents again finds
     * his points again. Identities that only ever came along with it go the same way once no other door is left open.
     */
    void withdraw(Identity identity) {
        var withdrawn = held(identity);
        if (withdrawn == null || !withdrawn.active()) {
            return;
        }
        long member = withdrawn.memberId();
        var provider = withdrawn.provider();
        identities.withdraw(withdrawn.id(), clock.instant());
        forgetPhone(member, provider);
        members.forgetNicknames(family(member), provider);
        var doors = openDoors(member);
        if (doors.stream().allMatch(door -> door.cameWith().equals(provider))) {
            doors.forEach(door -> identities.withdraw(door.id(), clock.instant()));
        }
        boolean everywhere = openDoors(member).isEmpty();
        if (everywhere) {
            members.setState(member, MemberState.WITHDRAWN, null);
        }
        search.keep(member);
        consents.withdraw(member, provider);
        events.publishEvent(new MemberWithdrew(new MemberId(member), provider, everywhere));
    }

    private @Nullable IdentityRow held(Identity identity) {
        var index = Sighting.index(identity, blind);
        var before = identities.one(index);
        if (before == null) {
            return null;
        }
        members.lock(List.of(before.memberId()));
        var row = identities.one(index);
        if (row != null && row.memberId() != before.memberId()) {
            throw new CannotAcquireLockException("the identity changed hands before its member could be held");
        }
        return row;
    }

    /** Also a phone of which nobody remembers where it came from: keeping one too many would be worse. */
    private void forgetPhone(long member, String provider) {
        var row = members.one(member);
        for (var identity : identities.of(member)) {
            if (identity.isPhone()
                    && (identity.cameWith().isEmpty() || identity.cameWith().equals(provider))) {
                identities.delete(identity.id());
                if (row != null && row.phoneId() != null && row.phoneId() == identity.id()) {
                    members.setPhone(member, null);
                }
            }
        }
    }

    private List<IdentityRow> openDoors(long member) {
        return identities.of(member).stream()
                .filter(identity -> identity.active() && !identity.isPhone())
                .toList();
    }

    void deregister(long member) {
        events.publishEvent(new MemberLeaving(new MemberId(member)));
        var family = family(member);
        identities.of(member).forEach(identity -> fans.delete(identity.subjectIndex()));
        consents.withdraw(member, DEREGISTRATION);
        identities.deleteOf(family);
        dates.deleteOf(family);
        search.forget(family);
        members.deleteKeys(family);
        members.wipe(family, clock.instant());
        family.forEach(id -> events.publishEvent(new MemberLeft(new MemberId(id))));
    }

    /** The member and all whom he absorbed, directly or through others. */
    private Collection<Long> family(long member) {
        var family = new ArrayList<Long>();
        for (var generation = List.of(member); !generation.isEmpty(); generation = members.absorbedBy(generation)) {
            family.addAll(generation);
        }
        return family;
    }
}
