package io.shuke.marketing.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticeTermsTest {

    private static NoticeTerms saying(Occasion occasion, String text) {
        var message = new Message.Template("official", "tpl", Map.of("thing1", text), "");
        return new NoticeTerms(occasion, true, occasion.ahead(), List.of(message), 0);
    }

    @Test
    void everyOccasionKnowsItsOwnWordsAndThoseOfEveryMessage() {
        for (var occasion : Occasion.values()) {
            occasion.words().forEach(word -> assertThat(saying(occasion, "{昵称}：" + word.name()))
                    .extracting(NoticeTerms::on)
                    .isEqualTo(true));
        }
    }

    @Test
    void aWordOfAnotherOccasionIsRefused() {
        assertThatThrownBy(() -> saying(Occasion.JOINED, "升到{等级}")).hasMessage("push.unknown-word");
    }

    @Test
    void onWithoutAMessageIsRefused() {
        assertThatThrownBy(() -> new NoticeTerms(Occasion.JOINED, true, 0, List.of(), 0))
                .hasMessage("push.impossible");
        assertThat(new NoticeTerms(Occasion.JOINED, false, 0, List.of(), 0).on())
                .isFalse();
    }

    @Test
    void onlyWhatEndsHasDaysAhead() {
        assertThatThrownBy(() -> new NoticeTerms(Occasion.LEVEL_UP, false, 3, List.of(), 0))
                .hasMessage("push.impossible");
        assertThatThrownBy(() -> new NoticeTerms(Occasion.COUPON_EXPIRING, false, 0, List.of(), 0))
                .hasMessage("push.impossible");
        assertThatThrownBy(() -> new NoticeTerms(Occasion.COUPON_EXPIRING, false, 61, List.of(), 0))
                .hasMessage("push.impossible");
    }
}
