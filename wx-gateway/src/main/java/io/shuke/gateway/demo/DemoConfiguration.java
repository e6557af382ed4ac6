package io.shuke.gateway.demo;

import io.shuke.gateway.simulator.ShopDescription;
import io.shuke.gateway.wechat.Accounts;
import io.shuke.marketing.till.TillKeys;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Channel;
import io.shuke.member.merchant.Channels;
import io.shuke.member.merchant.Merchants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Mono;

/** Only with {@code shuke.demo.enabled}, which the embedded profile sets. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("shuke.demo.enabled")
@Import({DemoPay.class, DemoShop.class, DemoHistory.class, DemoBills.class, DemoOffers.class})
class DemoConfiguration {

    @Bean
    @Primary
    DemoClock demoClock() {
        return new DemoClock();
    }

    /** What the simulator tells a newcomer about this shop. */
    @Bean
    Supplier<Mono<ShopDescription>> shopWindow(
            Jdbc jdbc,
            Merchants merchants,
            Channels channels,
            TillKeys tills,
            @Value("${shuke.embedded.data:data}/demo-staff.properties") Path staff) {
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
                    till(tills),
                    logins(staff));
        });
    }

    private static ShopDescription.@Nullable Account account(List<Channel> accounts, String provider) {
        return accounts.stream()
                .filter(one -> one.provider().equals(provider))
                .map(one -> new ShopDescription.Account(one.account(), one.callbackToken(), one.callbackKey()))
                .findFirst()
                .orElse(null);
    }

    /** Of a real shop nobody sees a secret twice; this one's purpose is to be tried. */
    private static ShopDescription.@Nullable Till till(TillKeys tills) {
        return tills.all().stream()
                .filter(key -> !key.isRevoked())
                .findFirst()
                .map(key -> new ShopDescription.Till(
                        key.id().toString(), key.secret().value()))
                .orElse(null);
    }

    /** The desk, which this module cannot see, leaves the demo staff's passwords in a file. */
    private static List<ShopDescription.Login> logins(Path file) {
        var logins = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            logins.load(in);
        } catch (IOException noStaffYet) {
            return List.of();
        }
        return logins.stringPropertyNames().stream()
                .sorted()
                .map(account -> {
                    var roleAndPassword = logins.getProperty(account).split(" ", 2);
                    return new ShopDescription.Login(account, roleAndPassword[1], roleAndPassword[0]);
                })
                .toList();
    }
}
