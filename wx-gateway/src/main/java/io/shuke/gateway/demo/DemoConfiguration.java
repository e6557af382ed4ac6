package io.shuke.gateway.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Only with {@code shuke.demo.enabled}, which the embedded profile sets. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("shuke.demo.enabled")
@Import({DemoShop.class, DemoHistory.class})
class DemoConfiguration {

    @Bean
    DemoClock clock() {
        return new DemoClock();
    }
}
