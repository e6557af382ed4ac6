package io.shuke.gateway.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Only with {@code shuke.demo.enabled}, which the embedded profile sets. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("shuke.demo.enabled")
@Import({DemoShop.class, DemoHistory.class})
class DemoConfiguration {

    @Bean
    @Primary
    DemoClock demoClock() {
        return new DemoClock();
    }
}
