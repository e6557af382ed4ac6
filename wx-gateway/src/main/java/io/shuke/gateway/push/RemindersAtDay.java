package io.shuke.gateway.push;

import io.shuke.marketing.push.Reminders;
import io.shuke.member.ground.NightlyJob;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What ends soon is told of every day, in the morning: at night nobody wants to hear, and by then it may be used. */
@Configuration(proxyBeanMethods = false)
class RemindersAtDay {

    @Bean
    NightlyJob reminders(Reminders reminders) {
        return new NightlyJob("push.reminders", LocalTime.of(10, 0), reminders::run);
    }
}
