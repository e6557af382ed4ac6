package io.shuke.member.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CardNumberTest {

    private static final SplittableRandom RANDOM = new SplittableRandom(20261122);

    @RepeatedTest(20)
    void isTenDigitsOfWhichTheLastChecksTheOthers() {
        var number = CardNumber.random(RANDOM);

        assertThat(number).matches("[1-9][0-9]{9}");
        assertThat(CardNumber.valid(number)).isTrue();
    }

    @RepeatedTest(20)
    void noticesEverySingleWrongDigit() {
        var number = CardNumber.random(RANDOM);
        for (int i = 0; i < number.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var typed = number.substring(0, i) + digit + number.substring(i + 1);
                assertThat(CardNumber.valid(typed)).isEqualTo(typed.equals(number));
            }
        }
    }

    @Test
    void isNotInSequence() {
        var firstDigits = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            firstDigits.add(CardNumber.random(RANDOM).substring(0, 4));
        }

        assertThat(firstDigits).hasSizeGreaterThan(900);
    }

    @Test
    void isNothingElse() {
        assertThat(CardNumber.valid("")).isFalse();
        assertThat(CardNumber.valid("１２３４５６７８９０")).isFalse();
        assertThat(CardNumber.valid("12345678901")).isFalse();
    }
}
