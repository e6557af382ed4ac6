package io.shuke.gateway.door;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    /** In place of Spring Boot's, which goes by this name and connects when it is first used. */
    @Bean
    ReactiveStringRedisTemplate reactiveStringRedisTemplate(RedisLine line) {
        return line.template();
    }
}
