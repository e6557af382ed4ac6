package io.shuke.marketing.push;

import io.shuke.member.membership.MemberId;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members do not want to be told. It is looked at when something is about to be sent, so it holds at once. */
@Service
public class OptOuts {

    private final OptOutMapper mapper;
    private final Clock clock;

    OptOuts(OptOutMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    public Set<OptOut> of(MemberId member) {
        return of(Set.of(member.value())).getOrDefault(member.value(), Set.of());
    }

    Map<Long, Set<OptOut>> of(Collection<Long> members) {
        var all = new HashMap<Long, Set<OptOut>>();
        mapper.of(members).forEach(row -> all.computeIfAbsent(row.memberId(), any -> new HashSet<>())
                .add(row.toDomain()));
        return all;
    }

    /** All that he does not want, from now on. */
    @Transactional
    public void change(MemberId member, Set<OptOut> optOuts) {
        mapper.delete(member.value());
        for (var no : optOuts) {
            mapper.insert(
                    member.value(),
                    no.topic() == null ? "" : no.topic().name(),
                    no.way() == null ? "" : no.way().name(),
                    clock.instant());
        }
    }
}
