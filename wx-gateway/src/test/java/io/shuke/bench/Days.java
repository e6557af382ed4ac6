package io.shuke.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The machine's clock with whole days added: members check in day after day within one run. */
final class Days extends Clock {

    private final AtomicInteger days;
    private final ZoneId zone;

    private Days(AtomicInteger days, ZoneId zone) {
        this.days = days;
        this.zone = zone;
    }

    void nextDay() {
        days.incrementAndGet();
    }

    /** How many there have been, today included. */
    int days() {
        return days.get() + 1;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(Duration.ofDays(days.get()));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new Days(days, other);
    }

    /** Stands before the demo shop's clock. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Primary
        Days days() {
            return new Days(new AtomicInteger(), ZoneOffset.UTC);
        }

        @Bean
        static BeanFactoryPostProcessor demoClockIsSecond() {
            return factory -> {
                for (var name : factory.getBeanNamesForType(Clock.class, true, false)) {
                    factory.getBeanDefinition(name).setPrimary(name.endsWith("days"));
                }
            };
        }
    }
}
