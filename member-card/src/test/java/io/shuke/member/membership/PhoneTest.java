package io.shuke.member.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ground.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "+8613800138000",
                "+86 138 0013 8000",
                "+86-13800138000",
                "8613800138000",
                "008613800138000",
                "138-0013-8000",
                "138 0013 8000"
            })
    void hasOneFormHoweverItIsWritten(String written) {
        assertThat(Phone.parse(written).number()).isEqualTo("13800138000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1380013800",
                "138001380000",
                "12800138000",
                "23800138000",
                "１３８００１３８０００",
                "1380013800０",
                "١٣٨٠٠١٣٨٠٠٠",
                "1380013800a",
                "138-0013 8000",
                " 13800138000",
                "13800138000\n",
                "+85213800138000",
                "+1 13800138000",
                "010-62170001",
                "1.38e10",
                "-13800138000",
                "13800138000;DROP TABLE member"
            })
    void isRefusedWhenItIsNone(String written) {
        assertThatThrownBy(() -> Phone.parse(written)).isInstanceOfSatisfying(MembershipRefusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("membership.phone-malformed");
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.BAD_INPUT);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"+8613800138000", "138 0013 8000", "１３８００１３８０００"})
    void cannotBeBuiltInAnotherForm(String written) {
        assertThatThrownBy(() -> new Phone(written)).isInstanceOf(MembershipRefusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "19912345678"})
    void printsOnlyItsEnds(String number) {
        assertThat(new Phone(number))
                .hasToString(number.substring(0, 3) + "****" + number.substring(7))
                .asString()
                .doesNotContain(number.substring(3, 7));
    }
}
