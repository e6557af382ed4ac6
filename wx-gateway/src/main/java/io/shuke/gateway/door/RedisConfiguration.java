package io.shuke.gateway.door;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Connects to Redis at the start: the first request that needed it would otherwise wait for it on an event loop. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    @Bean
    static BeanPostProcessor eagerRedis() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof LettuceConnectionFactory factory) {
                    factory.setEagerInitialization(true);
                }
                return bean;
            }
        };
    }
}
