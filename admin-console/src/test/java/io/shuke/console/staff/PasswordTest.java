package io.shuke.console.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    @ParameterizedTest
    @ValueSource(strings = {"short", "123456789", "aaaaaaaaaaaaaaaa", "abababababababab", ""})
    void refusesWhatIsGuessedFirst(String password) {
        assertThatThrownBy(() -> new Password(password))
                .isInstanceOfSatisfying(StaffRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("staff.password-weak"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "老街面馆的牛肉面最好吃", "q7#Kd91!xz"})
    void takesAnyCharacters(String password) {
        assertThatCode(() -> new Password(password)).doesNotThrowAnyException();
    }

    @Test
    void isNotTheAccountAgain() {
        var password = new Password("wang.xiaoer-2026");

        assertThatThrownBy(() -> new Hiring(new Account("wang.xiaoer"), "王小二", Role.OWNER, password))
                .isInstanceOf(StaffRefusal.class);
    }

    @Test
    void isNeverWritten() {
        assertThat(new Password("correct horse battery")).hasToString("Password[]");
        assertThat(new Hiring(new Account("owner"), "王", Role.OWNER, new Password("correct horse battery")).toString())
                .doesNotContain("horse");
    }

    @Test
    void unknownAccountsTakeAsMuchWork() {
        var passwords = new Passwords();
        var real = passwords.hash(new Password("correct horse battery"));

        assertThat(Passwords.NOBODYS).hasSameSizeAs(real).startsWith(real.substring(0, real.lastIndexOf(',') + 4));
        assertThat(passwords.match("correct horse battery", real)).isTrue();
        assertThat(passwords.match("correct horse batterz", real)).isFalse();
        assertThat(passwords.match("correct horse battery", null)).isFalse();
    }
}
