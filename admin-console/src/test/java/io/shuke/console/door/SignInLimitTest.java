package io.shuke.console.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.shuke.console.SettableClock;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class SignInLimitTest {

    final SettableClock clock = new SettableClock();
    final SignInLimit limit = new SignInLimit(clock);

    @Test
    void closesTheWayFromOneAddressToOneAccount() {
        assertThat(tries("owner", "1.1.1.1", 100)).isEqualTo(SignInLimit.BY_ADDRESS_AND_ACCOUNT);

        assertThat(tries("owner", "1.1.1.2", 1)).isOne();
        assertThat(tries("cashier", "1.1.1.1", 1)).isZero();
    }

    @Test
    void closesAnAddressThatTriesManyAccounts() {
        int through = 0;
        for (int i = 0; i < 100; i++) {
            through += tries("staff-" + i, "1.1.1.1", 1);
        }

        assertThat(through).isEqualTo(SignInLimit.BY_ADDRESS);
    }

    @Test
    void stopsTenThousandGuessesFromTwentyAddressesAndLetsTheOwnerInFromElsewhere() {
        int through = 0;
        for (int i = 0; i < 500; i++) {
            for (int source = 1; source <= 20; source++) {
                through += tries("owner", "1.1.1." + source, 1);
            }
        }

        assertThat(through).isLessThanOrEqualTo(20 * SignInLimit.BY_ADDRESS_AND_ACCOUNT);
        assertThat(tries("owner", "2.2.2.2", 1)).isOne();
    }

    @Test
    void trustsNewAddressesLessWhileAnAccountIsAttacked() {
        for (int source = 1; source <= SignInLimit.ATTACK; source++) {
            tries("owner", "1.1.1." + source, 1);
        }

        assertThat(tries("owner", "2.2.2.2", 10)).isEqualTo(SignInLimit.WHEN_ATTACKED);
    }

    @Test
    void countsOneHouseholdOnceHoweverManyAddressesItHas() {
        int through = 0;
        for (int i = 1; i <= 100; i++) {
            through += tries("owner", "2001:db8:0:1::" + i, 1);
        }

        assertThat(through).isEqualTo(SignInLimit.BY_ADDRESS_AND_ACCOUNT);
    }

    @Test
    void opensAgainWithTime() {
        tries("owner", "1.1.1.1", 10);
        clock.advance(SignInLimit.WINDOW);

        assertThat(tries("owner", "1.1.1.1", 10)).isEqualTo(SignInLimit.BY_ADDRESS_AND_ACCOUNT);
    }

    @Test
    void neverTiresOfTheRightPassword() {
        assertThatCode(() -> {
                    for (int i = 0; i < 1000; i++) {
                        limit.begin("owner", from("1.1.1.1")).forgive();
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void takesSpellingsOfOneAccountForOne() {
        assertThat(tries("owner", "1.1.1.1", 3) + tries(" OWNER ", "1.1.1.1", 3))
                .isEqualTo(SignInLimit.BY_ADDRESS_AND_ACCOUNT);
    }

    /** @return how many were let through */
    private int tries(String account, String address, int times) {
        int through = 0;
        for (int i = 0; i < times; i++) {
            try {
                limit.begin(account, from(address));
                through++;
            } catch (ConsoleRefusal tooOften) {
                assertThat(tooOften.code()).isEqualTo("console.too-many-failures");
            }
        }
        return through;
    }

    private static InetSocketAddress from(String address) {
        return new InetSocketAddress(address, 40_000);
    }
}
