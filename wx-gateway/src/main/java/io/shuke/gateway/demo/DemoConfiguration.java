package io.shuke.gateway.demo;

import io.shuke.gateway.simulator.ShopDescription;
import io.shuke.gateway.wechat.Accounts;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Channel;
import io.shuke.member.merchant.Channels;
import io.shuke.member.merchant.Merchants;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Mono;

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

    /** What the simulator tells a newcomer about this shop. */
    @Bean
    Supplier<Mono<ShopDescription>> shopWindow(Jdbc jdbc, Merchants merchants, Channels channels) {
        return () -> jdbc.call(DemoShop.MERCHANT, () -> {
            var accounts = channels.all();
            var stores = merchants.stores().stream()
                    .map(store -> new ShopDescription.StoreSign(Long.toString(store.id()), store.name(), store.scene()))
                    .toList();
            return new ShopDescription(
                    DemoShop.MERCHANT.toString(),
                    account(accounts, Accounts.OFFICIAL),
                    account(accounts, Accounts.MINI),
                    stores,
                    null,
                    List.of());
        });
    }

    private static ShopDescription.@Nullable Account account(List<Channel> accounts, String provider) {
        return accounts.stream()
                .filter(one -> one.provider().equals(provider))
                .map(one -> new ShopDescription.Account(one.account(), one.callbackToken(), one.callbackKey()))
                .findFirst()
                .orElse(null);
    }
}
