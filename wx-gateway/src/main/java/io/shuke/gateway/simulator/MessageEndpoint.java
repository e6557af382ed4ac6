package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.PhoneMessage.Kind;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Messages to people: templates, subscribe messages, customer service. */
@Simulated
@RestController
@RequestMapping(WechatApi.ROOT + "/cgi-bin/message")
class MessageEndpoint {

    private final WechatApi api;
    private final People people;
    private final Templates templates;
    private final Permissions permissions;
    private final Phones phones;
    private final Callbacks callbacks;

    MessageEndpoint(
            WechatApi api,
            People people,
            Templates templates,
            Permissions permissions,
            Phones phones,
            Callbacks callbacks) {
        this.api = api;
        this.people = people;
        this.templates = templates;
        this.permissions = permissions;
        this.phones = phones;
        this.callbacks = callbacks;
    }

    /** The same {@code client_msg_id} again is the same message: it is neither sent nor reported twice. */
    @PostMapping("/template/send")
    Mono<ResponseEntity<byte[]>> template(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            official(call);
            var person = people.known(call.appid(), call.field("touser"));
            var template = templates.one(call.appid(), call.field("template_id"));
            if (!people.fan(call.appid(), person).following()) {
                throw WechatError.of(43004);
            }
            var lines = template.fill(call.body().path("data"));
            return permissions.once(call.appid(), call.field("client_msg_id"), () -> {
                var msgid = Randoms.number(16);
                var blocked = people.fan(call.appid(), person).blocking();
                if (!blocked) {
                    show(call, person, Kind.TEMPLATE, new Phones.Card(template.title(), "", lines, link(call.body())));
                }
                callbacks.sendSoon(
                        call.account(),
                        person,
                        Events.templateFinished(msgid, blocked ? "failed:user block" : "success"));
                return Reply.ok("msgid", msgid);
            });
        });
    }

    @PostMapping("/subscribe/bizsend")
    Mono<ResponseEntity<byte[]>> subscribeOfficial(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            official(call);
            return subscribed(call);
        });
    }

    @PostMapping("/subscribe/send")
    Mono<ResponseEntity<byte[]>> subscribeMini(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            if (call.account().official()) {
                throw WechatError.of(48001);
            }
            if (call.field("page").startsWith("/")) {
                throw WechatError.of(41030);
            }
            return subscribed(call);
        });
    }

    /** The one-time kind that a page asks for by itself. */
    @PostMapping("/template/subscribe")
    Mono<ResponseEntity<byte[]>> oneTime(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            official(call);
            return subscribed(call);
        });
    }

    @PostMapping("/custom/send")
    Mono<ResponseEntity<byte[]>> customerService(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var person = people.known(call.appid(), call.field("touser"));
            permissions.windows().spend(call.field("touser"));
            talk(call, person);
            return Reply.ok();
        });
    }

    @PostMapping("/custom/typing")
    Mono<ResponseEntity<byte[]>> typing(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            people.known(call.appid(), call.field("touser"));
            return Reply.ok();
        });
    }

    private Reply subscribed(Call call) {
        var openid = call.field("touser");
        var person = people.known(call.appid(), openid);
        var template = templates.one(call.appid(), call.field("template_id"));
        var lines = template.fill(call.body().path("data"));
        permissions.consents().spend(openid, template.id());
        show(call, person, Kind.SUBSCRIBE, new Phones.Card(template.title(), "", lines, link(call.body())));
        callbacks.sendSoon(call.account(), person, Events.sent(template.id(), 0, "success"));
        return Reply.ok();
    }

    private void talk(Call call, Person person) {
        var body = call.body();
        switch (call.field("msgtype")) {
            case "text" ->
                phones.text(
                        person, call.appid(), body.path("text").path("content").asString(""));
            case "image" -> show(call, person, Kind.IMAGE, new Phones.Card("", "[图片]", List.of(), Phones.Link.NOWHERE));
            case "video" ->
                show(
                        call,
                        person,
                        Kind.NEWS,
                        new Phones.Card(
                                body.path("video").path("title").asString(""), "[视频]", List.of(), Phones.Link.NOWHERE));
            case "miniprogrampage" -> show(call, person, Kind.MINI_PROGRAM, article(body.path("miniprogrampage")));
            case "link" -> show(call, person, Kind.NEWS, article(body.path("link")));
            case "news" ->
                show(
                        call,
                        person,
                        Kind.NEWS,
                        article(body.path("news").path("articles").path(0)));
            default -> throw new WechatError(40008, "invalid message type");
        }
    }

    private static Phones.Card article(JsonNode article) {
        var url = article.path("url").asString("");
        var page = article.path("pagepath").asString("");
        return new Phones.Card(
                article.path("title").asString(""),
                article.path("description").asString(""),
                List.of(),
                new Phones.Link(url.isEmpty() ? null : url, page.isEmpty() ? null : page));
    }

    private static Phones.Link link(JsonNode body) {
        var url = body.path("url").asString("");
        var page = body.path("miniprogram")
                .path("pagepath")
                .asString(body.path("page").asString(""));
        return new Phones.Link(url.isEmpty() ? null : url, page.isEmpty() ? null : page);
    }

    private void show(Call call, Person person, Kind kind, Phones.Card card) {
        phones.card(person, call.appid(), kind, card);
    }

    private static void official(Call call) {
        if (!call.account().official()) {
            throw WechatError.of(48001);
        }
    }
}
