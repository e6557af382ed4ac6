package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.PeopleEndpoint.Items;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The page with the phone, the shop it visits and the accounts it sees. */
@Simulated
@RestController
class ShopEndpoint {

    /** Without the secrets; {@code menu} as it was sent to WeChat. */
    record Shown(
            String appid,
            SimulatedAccount.Kind kind,
            String name,
            @Nullable Object menu) {}

    record Verified(boolean verified) {}

    private static final int SIZE = 320;

    private final ObjectProvider<Supplier<Mono<ShopDescription>>> shop;
    private final Accounts accounts;
    private final Menus menus;
    private final Templates templates;
    private final Callbacks callbacks;

    ShopEndpoint(
            ObjectProvider<Supplier<Mono<ShopDescription>>> shop,
            Accounts accounts,
            Menus menus,
            Templates templates,
            Callbacks callbacks) {
        this.shop = shop;
        this.accounts = accounts;
        this.menus = menus;
        this.templates = templates;
        this.callbacks = callbacks;
    }

    @GetMapping(
            path = {"/sim", "/sim/"},
            produces = MediaType.TEXT_HTML_VALUE)
    Resource page() {
        return new ClassPathResource("static/sim/index.html");
    }

    @GetMapping("/sim/api/shop")
    Mono<ShopDescription> shop() {
        var description = shop.getIfAvailable();
        return description == null ? Mono.error(SimulatorRefusal.noShop()) : description.get();
    }

    @GetMapping("/sim/api/accounts")
    Mono<Items<Shown>> accounts() {
        return accounts.all()
                .map(known -> new Items<>(known.stream()
                        .map(account -> new Shown(
                                account.appid(),
                                account.kind(),
                                account.name(),
                                menus.of(account.appid()).orElse(null)))
                        .toList()));
    }

    /** What the platform does when an address is entered in its settings. */
    @PostMapping("/sim/api/accounts/{appid}/verify")
    Mono<Verified> verify(@PathVariable("appid") String appid, @RequestBody(required = false) @Nullable String body) {
        return accounts.one(appid, SimulatedAccount.Kind.OFFICIAL)
                .flatMap(account -> callbacks.verify(account, body == null ? null : Json.read(body)))
                .map(Verified::new);
    }

    /** Adds a template as if it had been chosen from WeChat's library. */
    @PostMapping("/sim/api/accounts/{appid}/templates")
    @ResponseStatus(HttpStatus.CREATED)
    Template template(@PathVariable("appid") String appid, @RequestBody Template template) {
        templates.put(appid, template);
        return template;
    }

    /** The sign at a store's counter. */
    @GetMapping("/sim/api/accounts/{appid}/qr.png")
    ResponseEntity<byte[]> sign(@PathVariable("appid") String appid, @RequestParam("scene") String scene) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(QrPng.of("http://weixin.qq.com/q/" + appid + "?scene=" + scene, SIZE));
    }
}
