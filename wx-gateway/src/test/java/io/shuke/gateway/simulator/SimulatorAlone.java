package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.ShopDescription.Account;
import io.shuke.gateway.simulator.ShopDescription.StoreSign;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Mono;

/** The simulator with two accounts and a door that writes down what is posted to it; can be started by hand. */
@TestComponent
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    CodecsAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    WebFluxAutoConfiguration.class,
    ErrorWebFluxAutoConfiguration.class
})
class SimulatorAlone {

    static final String HERE = "http://127.0.0.1/sim/wechat";

    public static void main(String[] arguments) {
        SpringApplication.run(
                SimulatorAlone.class,
                "--shuke.simulator.enabled=true",
                "--shuke.wechat.api-host=" + HERE,
                "--shuke.wechat.open-host=" + HERE,
                "--shuke.wechat.mp-host=" + HERE,
                "--shuke.wechat.pay-host=" + HERE,
                "--shuke.embedded.data=" + System.getProperty("data", "target/simulator-alone"),
                "--server.port=" + System.getProperty("port", "8099"),
                "--management.server.port=");
    }

    @Bean
    Supplier<Mono<List<SimulatedAccount>>> accounts() {
        return () -> Mono.just(List.of(Given.official(), Given.mini()));
    }

    @Bean
    Supplier<Mono<ShopDescription>> shop() {
        return () -> Mono.just(new ShopDescription(
                "1",
                new Account(Given.OFFICIAL, "token-official", Given.KEY),
                new Account(Given.MINI, "token-mini", Given.KEY),
                List.of(new StoreSign("1", "巷口小馆·建国路店", "store-1"), new StoreSign("2", "巷口小馆·人民路店", "store-2")),
                null,
                List.of()));
    }

    @Bean
    SettableClock settable() {
        return new SettableClock();
    }

    @Bean
    @Primary
    Clock clock(SettableClock settable) {
        return Boolean.getBoolean("real.clock") ? Clock.systemUTC() : settable;
    }
}
