package io.shuke.marketing.mall;

import io.shuke.member.level.Levels;
import io.shuke.member.level.Rung;
import io.shuke.member.membership.MemberId;
import io.shuke.member.purchase.Summaries;
import org.springframework.stereotype.Component;

/** Looks up what the mall has to know of a member. */
@Component
class Visitors {

    private final Levels levels;
    private final Summaries summaries;

    Visitors(Levels levels, Summaries summaries) {
        this.levels = levels;
        this.summaries = summaries;
    }

    Visitor of(MemberId member) {
        var ladder = levels.ladder().rungs().stream().map(Rung::level).toList();
        return new Visitor(
                levels.progress(member).level().step(), summaries.of(member).visits(), ladder);
    }
}
