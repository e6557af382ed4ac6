package io.shuke.gateway.simulator;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The three buttons under an Official Account's chat. */
@Simulated
@RestController
@RequestMapping(WechatApi.ROOT + "/cgi-bin/menu")
class MenuEndpoint {

    private static final int MOST = 3;

    private final WechatApi api;
    private final Menus menus;

    MenuEndpoint(WechatApi api, Menus menus) {
        this.api = api;
        this.menus = menus;
    }

    @PostMapping("/create")
    Mono<ResponseEntity<byte[]>> create(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            int buttons = call.body().path("button").size();
            if (buttons == 0 || buttons > MOST) {
                throw new WechatError(40016, "invalid button size");
            }
            menus.put(call.appid(), call.body());
            return Reply.ok();
        });
    }

    @GetMapping("/get")
    Mono<ResponseEntity<byte[]>> get(ServerWebExchange exchange) {
        return api.withToken(
                exchange, call -> Reply.json("menu", menus.of(call.appid()).orElseThrow(() -> WechatError.of(46003))));
    }

    @GetMapping("/delete")
    Mono<ResponseEntity<byte[]>> delete(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            menus.remove(call.appid());
            return Reply.ok();
        });
    }
}
