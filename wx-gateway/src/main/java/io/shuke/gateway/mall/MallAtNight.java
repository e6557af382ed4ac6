package io.shuke.gateway.mall;

import io.shuke.marketing.mall.Uncollected;
import io.shuke.member.ground.NightlyJob;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of gifts nobody came for. */
@Configuration(proxyBeanMethods = false)
class MallAtNight {

    /** Before the points expire would be kinder, but both are soon after midnight, and what returns is good for a month. */
    @Bean
    NightlyJob uncollectedGifts(Uncollected uncollected) {
        return new NightlyJob("mall.uncollected", LocalTime.of(0, 20), uncollected::run);
    }
}
