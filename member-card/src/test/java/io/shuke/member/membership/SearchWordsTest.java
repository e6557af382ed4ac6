package io.shuke.member.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    private static final Member WANG = new Member(
            new MemberId(1),
            "6688001234",
            "Ｗang 小芳🌸",
            "138****5678",
            null,
            Map.of("name", "王芳芳"),
            Instant.EPOCH,
            MemberState.ACTIVE);

    @Test
    void keepsPairsOfLettersAndTheEndsOfNumbers() {
        assertThat(SearchWords.of(WANG))
                .contains("wa", "ng", "小芳", "王芳", "芳芳", "tail 1234", "tail 5678")
                .doesNotContain("王", "芳");
    }

    @Test
    void asksForWhatWasTypedAsItIsKept() {
        assertThat(SearchWords.of(WANG)).containsAll(SearchWords.typed("WANG")).containsAll(SearchWords.typed(" 王 芳 "));
        assertThat(SearchWords.typed("5678")).containsExactly("tail 5678");
        assertThat(SearchWords.typed("王")).isEmpty();
        assertThat(SearchWords.typed("%' --")).isEmpty();
    }

    @Test
    void looksTwiceAtWhomTheHashesFound() {
        assertThat(SearchWords.fits(WANG, "芳芳")).isTrue();
        assertThat(SearchWords.fits(WANG, "王芳芳芳")).isFalse();
        assertThat(SearchWords.fits(WANG, "5678")).isTrue();
        assertThat(SearchWords.fits(WANG, "3456")).isFalse();
    }
}
