package io.shuke.marketing.push;

import io.shuke.member.ground.Ids;
import io.shuke.member.report.Fact;
import io.shuke.member.report.Facts;
import io.shuke.member.report.Stretch;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was told to many. It counts when the push was made, whenever it was read. */
@Component
class PushFacts implements Facts {

    private final PushFactMapper mapper;

    PushFacts(PushFactMapper mapper) {
        this.mapper = mapper;
    }

    /** A message to a million is a million rows. */
    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public List<Fact> of(Stretch stretch) {
        var row = mapper.between(Ids.from(stretch.from()), Ids.from(stretch.until()));
        return List.of(
                Fact.of("pushes", row.pushes()),
                Fact.of("messages-sent", row.sent()),
                Fact.of("messages-delivered", row.delivered()),
                Fact.of("messages-opened", row.opened()));
    }
}
