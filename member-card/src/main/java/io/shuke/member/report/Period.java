package io.shuke.member.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One period of a report.
 *
 * @param through the last day that is in it; null when nothing has been written down of it
 * @param madeAt when it was written down
 */
public record Period(
        LocalDate first,
        LocalDate end,
        @Nullable LocalDate through,
        @Nullable Instant madeAt,
        List<Fact> facts) {

    public Period {
        facts = List.copyOf(facts);
    }

    public boolean isWhole() {
        return through != null && !through.plusDays(1).isBefore(end);
    }

    /** All its parts together, in one store or, with 0, in the whole shop. */
    public long amount(String name, long store) {
        return facts.stream()
                .filter(fact -> fact.store() == store && fact.name().equals(name))
                .mapToLong(Fact::amount)
                .sum();
    }
}
