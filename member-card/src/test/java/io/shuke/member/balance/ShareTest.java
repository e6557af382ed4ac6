package io.shuke.member.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ground.Fen;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    @Test
    void goesBackWholeInOnePart() {
        assertThat(Share.of(5_000, 500).part(Fen.NONE, new Fen(5_500))).isEqualTo(Share.of(5_000, 500));
    }

    @ParameterizedTest
    @CsvSource({"0, 11, 10, 1", "0, 1, 1, 0", "10, 1, 0, 1", "5489, 11, 10, 1"})
    void goesBackInProportion(long before, long more, long principal, long gift) {
        assertThat(Share.of(5_000, 500).part(new Fen(before), new Fen(more))).isEqualTo(Share.of(principal, gift));
    }

    @Test
    void comesOutExactlyInWhateverParts() {
        var random = new SplittableRandom(11);
        for (int round = 0; round < 2_000; round++) {
            var share = Share.of(random.nextLong(0, 10_000), random.nextLong(0, 10_000));
            long before = 0;
            long principal = 0;
            long gift = 0;
            while (before < share.total().value()) {
                var more = random.nextLong(1, share.total().value() - before + 1);
                var part = share.part(new Fen(before), new Fen(more));
                assertThat(part.total().value()).isEqualTo(more);
                before += more;
                principal += part.principal().value();
                gift += part.gift().value();
            }
            assertThat(Share.of(principal, gift)).isEqualTo(share);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 5501", "5500, 1", "5000, 501", "-1, 5"})
    void goesBackOnlyOnce(long before, long more) {
        assertThatThrownBy(() -> Share.of(5_000, 500).part(new Fen(before), new Fen(more)))
                .hasMessage("charge.more-than-spent");
    }
}
