package io.shuke.member.membership;

import io.shuke.member.ground.BlindIndex;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who follows. Events come late, twice and out of order, so the time of the event decides, not that of its arrival. */
@Component
class Fans {

    private final FanMapper mapper;
    private final IdentityMapper identities;
    private final MemberMapper members;
    private final SearchIndex search;
    private final BlindIndex blind;

    Fans(FanMapper mapper, IdentityMapper identities, MemberMapper members, SearchIndex search, BlindIndex blind) {
        this.mapper = mapper;
        this.identities = identities;
        this.members = members;
        this.search = search;
        this.blind = blind;
    }

    void record(Identity identity, boolean following, Instant at) {
        var index = Sighting.index(identity, blind);
        var when = at.truncatedTo(ChronoUnit.MICROS);
        mapper.record(index, following, when);
        var fan = mapper.one(index);
        if (!following && fan != null && !fan.following() && fan.at().equals(when)) {
            forgetProfile(index, identity.provider());
        }
    }

    boolean following(Identity identity) {
        var fan = mapper.one(Sighting.index(identity, blind));
        return fan != null && fan.following();
    }

    /** What the account told about its fan was told for as long as he is one. */
    private void forgetProfile(byte[] index, String provider) {
        var known = identities.one(index);
        if (known != null) {
            members.forgetNicknames(List.of(known.memberId()), provider);
            search.keep(known.memberId());
        }
    }
}
