package io.shuke.member.rules;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who changed which of the shop's rules, and what they said from then on; written with the change or not at all. */
@Service
public class RuleChanges {

    /**
     * What came into force.
     *
     * @param rules which, such as {@code points} or {@code gift:7}; of at most 40 letters
     */
    public record Made<T>(T what, String rules, int version, List<String> words) {}

    private final RuleChangeMapper mapper;
    private final Clock clock;

    RuleChanges(RuleChangeMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    @Transactional
    public <T> T make(String actor, Supplier<Made<T>> change) {
        var made = change.get();
        mapper.insert(made.rules(), made.version(), actor, clock.instant(), String.join("\n", made.words()));
        return made.what();
    }

    /**
     * Newest first.
     *
     * @param before versions older than this one
     */
    public List<RuleChange> of(String rules, int before, int limit) {
        return mapper.before(rules, before, limit).stream()
                .map(row -> new RuleChange(
                        row.version(),
                        row.actor(),
                        row.at(),
                        row.words().lines().toList()))
                .toList();
    }
}
