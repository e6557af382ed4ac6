package io.shuke.marketing.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private static Suggestion of(Matter matter, long many, Suggestion.@Nullable Done done) {
        return new Suggestion(matter, many, List.of(), Instant.EPOCH, done);
    }

    @Test
    void atMostFiveAndTheMostPressingFirst() {
        var reversed = new ArrayList<>(
                Stream.of(Matter.values()).map(matter -> of(matter, 1, null)).toList());
        Collections.reverse(reversed);

        assertThat(Suggestion.ranked(reversed))
                .extracting(Suggestion::matter)
                .containsExactly(Matter.BOOKS, Matter.REFUNDS, Matter.TILLS, Matter.BIRTHDAY_3, Matter.COUPONS_END);
    }

    @Test
    void nothingIsShownThatIsDoneOrAboutNobody() {
        var done = new Suggestion.Done(Deed.SEEN, 0, null, null, "staff:1", Instant.EPOCH);

        assertThat(Suggestion.ranked(
                        List.of(of(Matter.LATE, 900, null), of(Matter.BIRTHDAY_3, 0, null), of(Matter.TILLS, 2, done))))
                .extracting(Suggestion::matter)
                .containsExactly(Matter.LATE);
    }

    @Test
    void onlyMembersCanBeGivenSomething() {
        for (var matter : Matter.values()) {
            assertThat(matter.people().isPresent() || matter.deeds().equals(Set.of(Deed.SEEN)))
                    .as(matter.name())
                    .isTrue();
        }
    }
}
