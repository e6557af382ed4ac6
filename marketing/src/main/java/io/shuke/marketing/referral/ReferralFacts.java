package io.shuke.marketing.referral;

import io.shuke.member.ground.Ids;
import io.shuke.member.report.Fact;
import io.shuke.member.report.Facts;
import io.shuke.member.report.Stretch;
import java.util.List;
import org.springframework.stereotype.Component;

/** Friends who joined, and how many of them have bought since. */
@Component
class ReferralFacts implements Facts {

    private final ReferralFactMapper mapper;

    ReferralFacts(ReferralFactMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<Fact> of(Stretch stretch) {
        var row = mapper.between(Ids.from(stretch.from()), Ids.from(stretch.until()));
        return List.of(Fact.of("friends", row.friends()), Fact.of("friends-bought", row.bought()));
    }
}
