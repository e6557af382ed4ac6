package io.shuke.member.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonalTest {

    private final Personal kept = new Personal("老王", "a", null, Map.of("job", "厨师", "sex", "男"));
    private final Personal absorbed =
            new Personal("王先生", "b", LocalDate.of(1980, 1, 2), Map.of("job", "老板", "name", "王=大\\锤"));

    @Test
    void isFilledOnlyWhereSomethingLacks() {
        assertThat(kept.gaps(absorbed)).containsExactly("birthday", "profile.name");
        assertThat(kept.filledFrom(absorbed))
                .isEqualTo(new Personal(
                        "老王", "a", LocalDate.of(1980, 1, 2), Map.of("job", "厨师", "sex", "男", "name", "王=大\\锤")));
    }

    @Test
    void isWhatItWasAfterTakingTheFillingBack() {
        assertThat(kept.filledFrom(absorbed).without(kept.gaps(absorbed), absorbed))
                .isEqualTo(kept);
    }

    @Test
    void keepsWhatWasChangedSince() {
        var since = new Personal("老王", "a", LocalDate.of(1981, 1, 2), Map.of("name", "王小锤"));

        assertThat(since.without(kept.gaps(absorbed), absorbed)).isEqualTo(since);
    }

    @Test
    void comesBackFromItsText() {
        assertThat(Personal.profileOf(absorbed.profileText())).isEqualTo(absorbed.profile());
        assertThat(Personal.profileOf(null)).isEmpty();
    }
}
