package io.shuke.marketing.checkin;

import io.shuke.member.report.Fact;
import io.shuke.member.report.Facts;
import io.shuke.member.report.Stretch;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many days were checked in on, made up or not, and by how many. */
@Component
class CheckInFacts implements Facts {

    private final CheckInMapper mapper;

    CheckInFacts(CheckInMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<Fact> of(Stretch stretch) {
        var row = mapper.told(stretch.first(), stretch.end());
        return List.of(Fact.of("check-ins", row.days()), Fact.of("checkers", row.members()));
    }
}
