package io.shuke.gateway.home;

import io.shuke.marketing.home.Suggestions;
import io.shuke.member.ground.NightlyJob;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Before anybody gets up: counting a million members is not for whoever opens the page first. */
@Configuration(proxyBeanMethods = false)
class HomeAtNight {

    @Bean
    NightlyJob suggestionsCounted(Suggestions suggestions) {
        return new NightlyJob("home.suggestions", LocalTime.of(5, 0), day -> suggestions.prepare());
    }
}
