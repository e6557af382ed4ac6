package io.shuke.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

class SimulatorGuardTest {

    private static final String LOCAL = "http://127.0.0.1:8080/sim/wechat";

    private final ReactiveWebApplicationContextRunner program = new ReactiveWebApplicationContextRunner()
            .withUserConfiguration(GuardOnly.class)
            .withPropertyValues(
                    "shuke.simulator.enabled=true",
                    "shuke.wechat.api-host=" + LOCAL,
                    "shuke.wechat.open-host=" + LOCAL,
                    "shuke.wechat.mp-host=" + LOCAL,
                    "shuke.wechat.pay-host=" + LOCAL);

    @Simulated
    @Configuration(proxyBeanMethods = false)
    static class GuardOnly {
        @Bean
        static SimulatorGuard guard(Environment environment) {
            return new SimulatorGuard(environment);
        }
    }

    @Test
    void startsWhenEveryHostIsHere() {
        program.run(context -> assertThat(context).hasNotFailed().hasSingleBean(SimulatorGuard.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.weixin.qq.com",
                "https://API2.WEIXIN.QQ.COM",
                "http://sh.api.weixin.qq.com./",
                "api.weixin.qq.com",
                "https://qq.com",
                " https://mp.weixin.qq.com/x ",
                ""
            })
    void refusesToStartWhenAHostIsReal(String host) {
        for (var name : new String[] {"api", "open", "mp", "pay"}) {
            program.withPropertyValues("shuke.wechat." + name + "-host=" + host).run(context -> assertThatThrownBy(
                            context::start)
                    .hasStackTraceContaining("The simulator is on (shuke.simulator.enabled=true), but shuke.wechat."
                            + name + "-host is"));
        }
    }

    @Test
    void isNotThereAtAllUnlessItIsSwitchedOn() {
        new ReactiveWebApplicationContextRunner()
                .withUserConfiguration(GuardOnly.class)
                .withPropertyValues("shuke.wechat.api-host=https://api.weixin.qq.com")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SimulatorGuard.class));
    }
}
