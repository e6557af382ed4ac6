package io.shuke.member.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(strings = {"小王", "王 老板", "😀", "👨‍👩‍👧", "Ann-Marie", "<b>x</b>", "a=b", "𠮷野家"})
    void letsPeopleBeCalledWhatTheyLike(String typed) {
        assertThat(Profiles.nickname(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\nb", "a\u0000b", "a\u202Eb", "a\u2028b", "\uD800", "a\u200Bb", "\uE000"})
    void keepsOutWhatCannotBeSeen(String typed) {
        assertThatThrownBy(() -> Profiles.nickname(typed)).isInstanceOf(MembershipRefusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"字", "😀"})
    void countsWhatPeopleCount(String character) {
        assertThat(Profiles.nickname(character.repeat(32))).isNotEmpty();
        assertThatThrownBy(() -> Profiles.nickname(character.repeat(33))).isInstanceOf(MembershipRefusal.class);
    }
}
