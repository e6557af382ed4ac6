package io.shuke.member.imports;

import io.shuke.member.level.Levels;
import io.shuke.member.membership.MemberClaimed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever claims his membership comes to the level that he had. Not earlier: the monthly judgement would have lowered him
 * before he ever came.
 */
@Component
class Placement {

    private final ImportMapper mapper;
    private final Levels levels;

    Placement(ImportMapper mapper, Levels levels) {
        this.mapper = mapper;
        this.levels = levels;
    }

    @EventListener
    void on(MemberClaimed claimed) {
        var line = mapper.ofMember(claimed.member().value());
        if (line != null) {
            mapper.claim(line.batchId(), line.line());
            levels.place(claimed.member(), line.step());
        }
    }
}
