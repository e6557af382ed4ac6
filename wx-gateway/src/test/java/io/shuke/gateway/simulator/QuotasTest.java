package io.shuke.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.gateway.simulator.TalkWindows.Trigger;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class QuotasTest {

    private static final String PATH = "/cgi-bin/message/template/send";

    private final SettableClock clock = new SettableClock();
    private final Quotas quotas = new Quotas(clock);
    private final TalkWindows windows = new TalkWindows(clock);
    private final Consents consents = new Consents();

    @Test
    void aDayHasSoManyCallsAndNoMore() {
        quotas.limit(PATH, 2);
        quotas.spend(Given.OFFICIAL, PATH);
        quotas.spend(Given.OFFICIAL, PATH);

        refuses(45009, () -> quotas.spend(Given.OFFICIAL, PATH));
        quotas.spend(Given.MINI, PATH);
    }

    @Test
    void theDayBeginsAtMidnightInChina() {
        quotas.limit(PATH, 1);
        quotas.spend(Given.OFFICIAL, PATH);
        clock.advance(Duration.ofHours(13).plusMinutes(59));
        refuses(45009, () -> quotas.spend(Given.OFFICIAL, PATH));
        clock.advance(Duration.ofMinutes(1));

        quotas.spend(Given.OFFICIAL, PATH);
        assertThat(quotas.use(Given.OFFICIAL, PATH).remaining()).isZero();
    }

    @Test
    void aDayCanBeClearedTenTimesAMonth() {
        for (int i = 0; i < 10; i++) {
            quotas.clear(Given.OFFICIAL);
        }

        refuses(48006, () -> quotas.clear(Given.OFFICIAL));
    }

    @Test
    void whoWroteMayBeAnsweredFiveTimesInTwoDays() {
        windows.open("o1", Trigger.MESSAGE);
        for (int i = 0; i < 5; i++) {
            windows.spend("o1");
        }

        refuses(45047, () -> windows.spend("o1"));
        clock.advance(Duration.ofHours(48));
        refuses(45015, () -> windows.spend("o1"));
    }

    @Test
    void whoTouchedMayBeWrittenToThreeTimesInAMinute() {
        windows.open("o1", Trigger.TOUCH);
        for (int i = 0; i < 3; i++) {
            windows.spend("o1");
        }

        refuses(45047, () -> windows.spend("o1"));
        clock.advance(Duration.ofMinutes(1));
        refuses(45015, () -> windows.spend("o1"));
        refuses(45015, () -> windows.spend("o2"));
    }

    @Test
    void theWindowThatClosesFirstIsUsedFirst() {
        windows.open("o1", Trigger.MESSAGE);
        windows.open("o1", Trigger.TOUCH);
        for (int i = 0; i < 3; i++) {
            windows.spend("o1");
        }
        clock.advance(Duration.ofMinutes(1));

        for (int i = 0; i < 5; i++) {
            windows.spend("o1");
        }
        refuses(45047, () -> windows.spend("o1"));
    }

    @Test
    void eachYesIsOneMessage() {
        consents.accept("o1", "tpl-points");
        consents.accept("o1", "tpl-points");
        consents.spend("o1", "tpl-points");
        consents.spend("o1", "tpl-points");

        refuses(43101, () -> consents.spend("o1", "tpl-points"));
    }

    @Test
    void switchingOffTakesBackEveryYes() {
        consents.accept("o1", "tpl-points");
        consents.refuse("o1", "tpl-points");

        refuses(43101, () -> consents.spend("o1", "tpl-points"));
    }

    private static void refuses(int errcode, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(WechatError.class, no -> assertThat(no.errcode())
                .isEqualTo(errcode));
    }
}
