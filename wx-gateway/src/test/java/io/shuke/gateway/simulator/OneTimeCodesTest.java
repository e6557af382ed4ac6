package io.shuke.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.gateway.simulator.OneTimeCodes.Meaning;
import io.shuke.gateway.simulator.OneTimeCodes.Purpose;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OneTimeCodesTest {

    private final SettableClock clock = new SettableClock();
    private final OneTimeCodes codes = new OneTimeCodes(clock);
    private final Meaning meaning = new Meaning(Given.MINI, "1", "", false);

    @Test
    void aCodeWorksOnce() {
        var code = codes.issue(Purpose.LOGIN, meaning);

        assertThat(codes.redeem(Purpose.LOGIN, Given.MINI, code)).isEqualTo(meaning);
        refuses(40163, Purpose.LOGIN, Given.MINI, code);
    }

    @Test
    void aCodeEndsAfterFiveMinutes() {
        var code = codes.issue(Purpose.LOGIN, meaning);
        clock.advance(Duration.ofMinutes(5));

        refuses(40029, Purpose.LOGIN, Given.MINI, code);
    }

    @Test
    void aCodeIsForOnePurposeAndOneAccount() {
        var code = codes.issue(Purpose.LOGIN, meaning);

        refuses(40029, Purpose.PHONE, Given.MINI, code);
        refuses(40029, Purpose.LOGIN, Given.OFFICIAL, code);
        refuses(40029, Purpose.LOGIN, Given.MINI, "invented");
    }

    private void refuses(int errcode, Purpose purpose, String appid, String code) {
        assertThatThrownBy(() -> codes.redeem(purpose, appid, code))
                .isInstanceOfSatisfying(
                        WechatError.class, no -> assertThat(no.errcode()).isEqualTo(errcode));
    }
}
