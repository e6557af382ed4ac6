package io.shuke.gateway.level;

import io.shuke.member.ground.NightlyJob;
import io.shuke.member.level.Judgement;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of levels at night. */
@Configuration(proxyBeanMethods = false)
class LevelsAtNight {

    /** So that nobody at a counter waits longer than a blink for a row that is being judged. */
    private static final int MEMBERS_AT_A_TIME = 2000;

    /** Every night, for a month that could not be judged on its first; all other nights find nothing to do. */
    @Bean
    NightlyJob levelJudgement(Judgement judgement) {
        return new NightlyJob("level.judgement", LocalTime.of(1, 30), day -> judgement.run(MEMBERS_AT_A_TIME));
    }
}
