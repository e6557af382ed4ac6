package io.shuke.gateway.simulator;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** WeChat's own member cards, as far as an adapter that is off by default needs them. */
@Simulated
@RestController
@RequestMapping(WechatApi.ROOT + "/card")
class CardEndpoint {

    private final WechatApi api;
    private final People people;
    private final WechatCards cards;

    CardEndpoint(WechatApi api, People people, WechatCards cards) {
        this.api = api;
        this.people = people;
        this.cards = cards;
    }

    @PostMapping("/create")
    Mono<ResponseEntity<byte[]>> create(ServerWebExchange exchange) {
        return api.withToken(
                exchange,
                call -> Reply.ok(
                        "card_id", cards.create(call.appid(), call.body().path("card"))));
    }

    @PostMapping("/get")
    Mono<ResponseEntity<byte[]>> get(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> Reply.ok("card", cards.design(call.appid(), call.field("card_id"))));
    }

    @PostMapping({"/update", "/membercard/activateuserform/set"})
    Mono<ResponseEntity<byte[]>> change(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            cards.design(call.appid(), call.field("card_id"));
            return Reply.ok("send_check", false);
        });
    }

    @PostMapping("/membercard/activate/geturl")
    Mono<ResponseEntity<byte[]>> activationPage(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            cards.design(call.appid(), call.field("card_id"));
            return Reply.ok(
                    "url",
                    "https://mp.weixin.qq.com/bizmall/activatemembercard?action=preshow&encrypt_card_id="
                            + Randoms.text(24) + "&outer_str=" + call.field("outer_str"));
        });
    }

    @PostMapping("/membercard/activatetempinfo/get")
    Mono<ResponseEntity<byte[]>> activationForm(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> Reply.ok("info", Json.of("common_field_list", List.of())));
    }

    @PostMapping("/membercard/activate")
    Mono<ResponseEntity<byte[]>> activate(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            cards.activate(
                    call.field("code"),
                    call.field("membership_number"),
                    call.body().path("init_bonus").asLong(0));
            return Reply.ok();
        });
    }

    @PostMapping("/membercard/userinfo/get")
    Mono<ResponseEntity<byte[]>> holder(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var card = cards.held(call.field("code"));
            var person = people.person(card.person());
            return Reply.ok(
                    "openid", person.openid(call.appid()),
                    "nickname", person.nickname(),
                    "membership_number", card.number(),
                    "bonus", card.bonus(),
                    "sex", "",
                    "user_info", Json.of("common_field_list", List.of(), "custom_field_list", List.of()),
                    "user_card_status", "NORMAL",
                    "has_active", !card.number().isEmpty());
        });
    }

    @PostMapping("/membercard/updateuser")
    Mono<ResponseEntity<byte[]>> updateHolder(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var card = cards.update(
                    call.field("code"),
                    call.body().has("bonus") ? call.body().path("bonus").asLong(0) : null,
                    call.body().path("add_bonus").asLong(0));
            return Reply.ok(
                    "result_bonus", card.bonus(),
                    "result_balance", 0,
                    "openid", people.person(card.person()).openid(call.appid()));
        });
    }

    /** An encrypted code is the code backwards: enough to see that it was asked for. */
    @PostMapping("/code/decrypt")
    Mono<ResponseEntity<byte[]>> decrypt(ServerWebExchange exchange) {
        return api.withToken(
                exchange,
                call -> Reply.ok(
                        "code",
                        new StringBuilder(call.field("encrypt_code")).reverse().toString()));
    }

    @PostMapping("/code/get")
    Mono<ResponseEntity<byte[]>> code(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var card = cards.held(call.field("code"));
            return Reply.ok(
                    "card",
                    Json.of("card_id", card.design(), "begin_time", 0, "end_time", 0),
                    "openid",
                    people.person(card.person()).openid(call.appid()),
                    "can_consume",
                    true,
                    "user_card_status",
                    "NORMAL");
        });
    }

    @PostMapping("/code/unavailable")
    Mono<ResponseEntity<byte[]>> invalidate(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            cards.remove(call.field("code"));
            return Reply.ok();
        });
    }

    @PostMapping("/qrcode/create")
    Mono<ResponseEntity<byte[]>> qr(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var ticket = "gQ" + Randoms.text(94) + "==";
            return Reply.ok(
                    "ticket",
                    ticket,
                    "expire_seconds",
                    1800,
                    "url",
                    "http://weixin.qq.com/q/" + ticket.substring(0, 24),
                    "show_qrcode_url",
                    "https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket=" + ticket);
        });
    }

    @PostMapping("/user/getcardlist")
    Mono<ResponseEntity<byte[]>> ofOne(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var person = people.known(call.appid(), call.field("openid"));
            return Reply.ok("card_list", cards.of(call.appid(), person.id()), "has_share_card", false);
        });
    }
}
