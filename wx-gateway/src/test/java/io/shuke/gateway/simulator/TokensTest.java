package io.shuke.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TokensTest {

    private final SettableClock clock = new SettableClock();
    private final Tokens tokens = new Tokens(clock);
    private final SimulatedAccount account = Given.official();

    @Test
    void everybodyWhoAsksGetsTheSameStableToken() {
        var first = stable(false);
        clock.advance(Duration.ofMinutes(30));
        var second = stable(false);

        assertThat(second.token()).isEqualTo(first.token());
        assertThat(second.expiresIn()).isEqualTo(7200 - 1800);
    }

    @Test
    void aStableTokenIsReplacedFiveMinutesEarlyAndBothWorkMeanwhile() {
        var first = stable(false);
        clock.advance(Tokens.LIFE.minusMinutes(4));
        var second = stable(false);

        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(tokens.account(first.token())).isEqualTo(account.appid());
        clock.advance(Duration.ofMinutes(4));
        refuses(42001, () -> tokens.account(first.token()));
        assertThat(tokens.account(second.token())).isEqualTo(account.appid());
    }

    @Test
    void aForcedRefreshVoidsTheOldTokenAtOnce() {
        var first = stable(false);
        var second = stable(true);

        refuses(40001, () -> tokens.account(first.token()));
        assertThat(tokens.account(second.token())).isEqualTo(account.appid());
    }

    @Test
    void forcingTwiceWithinHalfAMinuteChangesNothing() {
        stable(false);
        var first = stable(true);
        clock.advance(Duration.ofSeconds(29));

        assertThat(stable(true).token()).isEqualTo(first.token());
    }

    @Test
    void forcingIsAllowedTwentyTimesADay() {
        stable(false);
        for (int i = 0; i < 20; i++) {
            stable(true);
            clock.advance(Duration.ofSeconds(31));
        }

        refuses(45009, () -> stable(true));
        clock.advance(Duration.ofHours(24));
        stable(false);
        assertThat(stable(true).expiresIn()).isEqualTo(7200);
    }

    @Test
    void eachClassicTokenReplacesTheOneBeforeItAfterFiveMinutes() {
        var first = tokens.classic(account, Given.SECRET);
        var second = tokens.classic(account, Given.SECRET);

        assertThat(tokens.account(first.token())).isEqualTo(account.appid());
        clock.advance(Duration.ofMinutes(5));
        refuses(42001, () -> tokens.account(first.token()));
        assertThat(tokens.account(second.token())).isEqualTo(account.appid());
    }

    @Test
    void theTwoKindsLeaveEachOtherAlone() {
        var stable = stable(false);
        tokens.classic(account, Given.SECRET);
        clock.advance(Duration.ofMinutes(6));

        assertThat(tokens.account(stable.token())).isEqualTo(account.appid());
    }

    @Test
    void wrongSecretsAndUnknownTokensAreRefused() {
        refuses(40125, () -> tokens.classic(account, "wrong"));
        refuses(40001, () -> tokens.account("98_invented"));
        refuses(41001, () -> tokens.account(null));
    }

    @Test
    void tokensOutliveARestart() {
        var before = stable(false);
        var restarted = new Tokens(clock);
        restarted.restore(tokens.alive());

        assertThat(restarted.account(before.token())).isEqualTo(account.appid());
        assertThat(restarted.stable(account, Given.SECRET, false).token()).isEqualTo(before.token());
    }

    private Tokens.Grant stable(boolean force) {
        return tokens.stable(account, Given.SECRET, force);
    }

    private static void refuses(int errcode, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(WechatError.class, no -> assertThat(no.errcode())
                .isEqualTo(errcode));
    }
}
