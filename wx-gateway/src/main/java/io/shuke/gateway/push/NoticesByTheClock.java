package io.shuke.gateway.push;

import io.shuke.marketing.push.OldNotices;
import io.shuke.marketing.push.Reminders;
import io.shuke.member.ground.NightlyJob;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NoticesByTheClock {

    /** What ends soon, in the morning: at night nobody wants to hear of it, and by then it may be used. */
    @Bean
    NightlyJob reminders(Reminders reminders) {
        return new NightlyJob("push.reminders", LocalTime.of(10, 0), reminders::run);
    }

    @Bean
    NightlyJob oldNotices(OldNotices notices) {
        return new NightlyJob("push.old-notices", LocalTime.of(3, 40), notices::run);
    }
}
