package io.shuke.gateway.membership;

import io.shuke.gateway.door.Customer;
import io.shuke.gateway.wechat.Accounts;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.Consents;
import io.shuke.member.merchant.Channel;
import io.shuke.member.merchant.Channels;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The shop as it introduces itself to somebody who has not joined yet. */
@RestController
class ShopEndpoint {

    record StoreBody(String id, String name, String address) {

        static StoreBody of(Store store) {
            return new StoreBody(Long.toString(store.id()), store.name(), store.address());
        }
    }

    record ConsentTextBody(String version, String title, String text) {}

    /** @param officialAccount where H5 logs in; null when the shop has none */
    record ShopBody(
            String merchantId,
            String name,
            List<StoreBody> stores,
            ConsentTextBody consent,
            @Nullable String officialAccount) {}

    private final Merchants merchants;
    private final Channels channels;
    private final Consents consents;
    private final Jdbc jdbc;

    ShopEndpoint(Merchants merchants, Channels channels, Consents consents, Jdbc jdbc) {
        this.merchants = merchants;
        this.channels = channels;
        this.consents = consents;
        this.jdbc = jdbc;
    }

    /** The shop named, else the one the caller is signed in at, else the only one there is. */
    @GetMapping("/api/shop")
    Mono<ShopBody> shop(@RequestParam(required = false) @Nullable String merchant, ServerWebExchange exchange) {
        var customer = Customer.of(exchange);
        var named = merchant == null && customer != null ? customer.merchant().toString() : merchant;
        return jdbc.callForAll(() -> one(named)).flatMap(found -> jdbc.call(found.id(), this::body));
    }

    private Merchant one(@Nullable String named) {
        var all = merchants.all();
        if (named == null && all.size() == 1) {
            return all.get(0);
        }
        return all.stream()
                .filter(merchant -> merchant.id().toString().equals(named))
                .findFirst()
                .orElseThrow(ShopRefusal::unknown);
    }

    private ShopBody body() {
        var shop = merchants.current();
        var consent = consents.current();
        return new ShopBody(
                shop.id().toString(),
                shop.name(),
                merchants.stores().stream().map(StoreBody::of).toList(),
                new ConsentTextBody(consent.version(), consent.title(), consent.text()),
                channels.all().stream()
                        .filter(channel -> channel.merchant().equals(shop.id()))
                        .filter(channel -> channel.provider().equals(Accounts.OFFICIAL))
                        .map(Channel::account)
                        .findFirst()
                        .orElse(null));
    }
}
