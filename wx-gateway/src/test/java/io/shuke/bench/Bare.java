package io.shuke.bench;

import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the stack itself costs: a WebFlux endpoint with one EVALSHA on a bitmap, and nothing that a shop needs. */
final class Bare implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    Bare(ReactiveRedisConnectionFactory redis) {
        context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.REACTIVE)
                .properties(
                        "spring.config.name=bare",
                        "server.port=0",
                        "spring.main.banner-mode=off",
                        "spring.main.log-startup-info=false")
                .initializers(bare -> bare.getBeanFactory().registerSingleton("bareRedis", redis))
                .run();
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }

    @TestConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        NettyReactiveWebServerAutoConfiguration.class,
        HttpHandlerAutoConfiguration.class,
        WebFluxAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        CodecsAutoConfiguration.class
    })
    static class Application {

        @org.springframework.context.annotation.Bean
        TapEndpoint tapEndpoint(ReactiveRedisConnectionFactory redis) {
            return new TapEndpoint(new ReactiveStringRedisTemplate(redis));
        }
    }

    @TestComponent
    @RestController
    static class TapEndpoint {

        private static final RedisScript<Long> STREAK = RedisScript.of("""
                redis.call('SETBIT', KEYS[1], ARGV[1], 1)
                local streak, day = 0, tonumber(ARGV[1])
                while day >= 0 and redis.call('GETBIT', KEYS[1], day) == 1 do
                  streak = streak + 1
                  day = day - 1
                end
                return streak
                """, Long.class);

        record Tapped(String day, long streak) {}

        private final ReactiveStringRedisTemplate redis;

        TapEndpoint(ReactiveStringRedisTemplate redis) {
            this.redis = redis;
        }

        @PostMapping("/tap")
        Mono<Tapped> tap(@RequestHeader("Member") String member) {
            return redis.execute(STREAK, List.of("bare:" + member), List.of("22"))
                    .next()
                    .map(streak -> new Tapped("2026-11-22", streak));
        }
    }
}
