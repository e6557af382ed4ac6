package io.shuke.gateway.simulator;

import io.shuke.gateway.wechat.pay.PayAccounts;
import io.shuke.member.ground.Jdbc;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** The parts of the simulator that play WeChat Pay. */
@Simulated
@Configuration(proxyBeanMethods = false)
class SimulatedPayConfiguration {

    @Bean
    PayPlatform payPlatform(
            @Value("${shuke.simulator.pay-key:${shuke.embedded.data:data}/simulator-pay.pem}") Path file) {
        return new PayPlatform(file);
    }

    @Bean
    PayBook payBook(
            Clock clock, @Value("${shuke.simulator.file:${shuke.embedded.data:data}/simulator.json}") Path file) {
        var book = new PayBook(clock);
        var memory = new StateFile<>(Path.of(file + ".pay"), PayBook.State.class);
        book.restore(memory.load().orElse(new PayBook.State(List.of(), List.of())), () -> memory.saveSoon(book::state));
        return book;
    }

    @Bean
    PayNotices payNotices(PayPlatform platform, OwnAddress own, Faults faults, Clock clock) {
        return new PayNotices(platform, own, faults, clock);
    }

    /** The merchants come from our own book of accounts, unless a test brings some along. */
    @Bean
    PayApi payApi(
            ObjectProvider<Supplier<Mono<List<SimulatedMerchant>>>> given,
            ObjectProvider<PayAccounts> accounts,
            ObjectProvider<Jdbc> jdbc,
            PayPlatform platform,
            Faults faults,
            Journal journal,
            Clock clock) {
        return new PayApi(
                given.getIfAvailable(() -> () -> jdbc.getObject().callForAll(() -> accounts.getObject().all().stream()
                        .map(account -> SimulatedMerchant.of(
                                account.account(), account.serial(), account.privateKey(), account.apiKey()))
                        .toList())),
                platform,
                faults,
                journal,
                clock);
    }
}
