package io.shuke.member.membership;

import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** How a person becomes a member. */
@Component
class Enrolment {

    private static final int NUMBERS_TRIED = 5;

    private final SecureRandom random = new SecureRandom();
    private final Recognition recognition;
    private final Links links;
    private final Profiles profiles;
    private final Consents consents;
    private final SearchIndex search;
    private final MemberMapper members;
    private final FieldCipher cipher;
    private final BlindIndex blind;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Enrolment(
            Recognition recognition,
            Links links,
            Profiles profiles,
            Consents consents,
            SearchIndex search,
            MemberMapper members,
            FieldCipher cipher,
            BlindIndex blind,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.recognition = recognition;
        this.links = links;
        this.profiles = profiles;
        this.consents = consents;
        this.search = search;
        this.members = members;
        this.cipher = cipher;
        this.blind = blind;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    Joined join(Joining joining) {
        if (!joining.consentVersion().equals(consents.current().version())) {
            throw MembershipRefusal.consentOutdated(consents.current().version());
        }
        var told = told(joining);
        var sighting = Sighting.of(joining.identities(), joining.phone(), blind);
        var known = recognition.settle(sighting, true);
        boolean first = known.isEmpty();
        long id = first ? open(sighting, told) : profiles.fill(known.get(), told);
        consents.grant(id, joining.consentVersion(), joining.channel());
        search.keep(id);
        if (first) {
            events.publishEvent(new MemberJoined(new MemberId(id), joining.scene(), joining.inviteCode()));
        }
        return new Joined(Objects.requireNonNull(members.one(id)).toDomain(cipher), first);
    }

    private Personal told(Joining joining) {
        @Nullable
        String nickname = joining.nickname() == null || joining.nickname().isBlank()
                ? null
                : Profiles.nickname(joining.nickname());
        @Nullable
        String from = nickname == null ? null : joining.identities().get(0).provider();
        return new Personal(nickname, from, profiles.birthday(joining.birthday()), Map.of());
    }

    private long open(Sighting sighting, Personal told) {
        long id = ids.next();
        var key = MemberKey.fresh();
        // The identities first: there a race is lost before anything else is written.
        var phone = links.link(sighting.missing(List.of()), id, key, sighting.cameWith());
        insert(id, phone);
        members.insertKey(id, key.sealed(id, cipher));
        profiles.store(id, told, key);
        return id;
    }

    private void insert(long id, @Nullable Long phone) {
        for (int tried = 1; ; tried++) {
            try {
                members.insert(id, CardNumber.random(random), phone, clock.instant());
                return;
            } catch (DuplicateKeyException taken) {
                if (tried == NUMBERS_TRIED) {
                    throw taken;
                }
            }
        }
    }
}
