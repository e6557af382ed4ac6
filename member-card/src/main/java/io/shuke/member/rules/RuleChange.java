package io.shuke.member.rules;

import java.time.Instant;
import java.util.List;

/**
 * One version of some rules.
 *
 * @param actor such as {@code staff:7}
 * @param words what the rules said from then on, a line for each
 */
public record RuleChange(int version, String actor, Instant at, List<String> words) {

    public RuleChange {
        words = List.copyOf(words);
    }
}
