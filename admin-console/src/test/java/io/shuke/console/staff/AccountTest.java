package io.shuke.console.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    @ParameterizedTest
    @ValueSource(strings = {"owner", "13900001234", "wang@laojie.cn", "a.b_c-d"})
    void isWhatPeopleCanType(String account) {
        assertThat(new Account(account)).hasToString(account);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Owner", " owner", "王小二", "-x-y-z", "a'--", "o\u0000wner"})
    void isNothingElse(String account) {
        assertThatThrownBy(() -> new Account(account)).isInstanceOf(StaffRefusal.class);
    }

    @Test
    void hasAnEnd() {
        assertThatThrownBy(() -> new Account("a".repeat(41))).isInstanceOf(StaffRefusal.class);
    }
}
