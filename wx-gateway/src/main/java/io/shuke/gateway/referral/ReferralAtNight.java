package io.shuke.gateway.referral;

import io.shuke.marketing.referral.Rewarding;
import io.shuke.member.ground.NightlyJob;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rewards whose return period is over. */
@Configuration(proxyBeanMethods = false)
class ReferralAtNight {

    @Bean
    NightlyJob referralRewards(Rewarding rewarding) {
        return new NightlyJob("referral.rewards", LocalTime.of(0, 40), rewarding::run);
    }
}
