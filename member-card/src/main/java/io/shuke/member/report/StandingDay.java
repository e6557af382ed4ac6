package io.shuke.member.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How the shop stood when a day was over. */
public record StandingDay(LocalDate day, Instant madeAt, List<Fact> facts) {

    /** Stands in the column of the grains. */
    static final String GRAIN = "STANDING";

    public StandingDay {
        facts = List.copyOf(facts);
    }

    public long amount(String name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .mapToLong(Fact::amount)
                .sum();
    }
}
