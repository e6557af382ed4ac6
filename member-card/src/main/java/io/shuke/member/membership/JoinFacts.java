package io.shuke.member.membership;

import io.shuke.member.report.Fact;
import io.shuke.member.report.Facts;
import io.shuke.member.report.Stretch;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many have joined, and are members still. */
@Component
class JoinFacts implements Facts {

    private final Members members;

    JoinFacts(Members members) {
        this.members = members;
    }

    @Override
    public List<Fact> of(Stretch stretch) {
        return List.of(Fact.of("joined", members.joined(stretch.from(), stretch.until())));
    }
}
