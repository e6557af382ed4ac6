package io.shuke.marketing.home;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something worth doing on a day.
 *
 * @param many members, or troubles
 * @param examples the first few of the members
 * @param done null as long as nobody has done anything about it
 */
public record Suggestion(
        Matter matter,
        long many,
        List<MemberId> examples,
        Instant countedAt,
        @Nullable Done done) {

    /** How many are shown: a page of good advice is read by nobody. */
    static final int MOST = 5;

    /**
     * What was done about it.
     *
     * @param members how many it was done to
     * @param subject the batch of coupons, or the segment that was kept; null for neither
     * @param offer whose coupons were given, null for none
     */
    public record Done(
            Deed deed,
            long members,
            @Nullable Long subject,
            @Nullable Long offer,
            String actor,
            Instant at) {}

    public Suggestion {
        examples = List.copyOf(examples);
    }

    boolean isOpen() {
        return many > 0 && done == null;
    }

    /** The few that matter most of those that nobody has done. */
    static List<Suggestion> ranked(List<Suggestion> all) {
        return all.stream()
                .filter(Suggestion::isOpen)
                .sorted((one, other) -> one.matter().compareTo(other.matter()))
                .limit(MOST)
                .toList();
    }
}
