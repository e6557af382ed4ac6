package io.shuke.gateway.simulator;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The followers of an Official Account. */
@Simulated
@RestController
@RequestMapping(WechatApi.ROOT + "/cgi-bin")
class FanEndpoint {

    private final WechatApi api;
    private final People people;

    FanEndpoint(WechatApi api, People people) {
        this.api = api;
        this.people = people;
    }

    @GetMapping("/user/info")
    Mono<ResponseEntity<byte[]>> one(ServerWebExchange exchange) {
        return api.withToken(
                exchange,
                call -> new Reply(Reply.ok().type(), Json.bytes(info(call.appid(), call.parameter("openid")))));
    }

    @PostMapping("/user/info/batchget")
    Mono<ResponseEntity<byte[]>> many(ServerWebExchange exchange) {
        return api.withToken(
                exchange,
                call -> Reply.json(
                        "user_info_list",
                        StreamSupport.stream(call.body().path("user_list").spliterator(), false)
                                .map(user ->
                                        info(call.appid(), user.path("openid").asString("")))
                                .toList()));
    }

    @GetMapping("/user/get")
    Mono<ResponseEntity<byte[]>> followers(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var all = people.followers(call.appid()).stream()
                    .map(person -> person.openid(call.appid()))
                    .toList();
            var after = call.parameter("next_openid");
            var page = after.isEmpty() ? all : all.subList(all.indexOf(after) + 1, all.size());
            return Reply.json(
                    "total",
                    all.size(),
                    "count",
                    page.size(),
                    "data",
                    Json.of("openid", page),
                    "next_openid",
                    page.isEmpty() ? "" : page.get(page.size() - 1));
        });
    }

    @PostMapping("/user/info/updateremark")
    Mono<ResponseEntity<byte[]>> remark(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var person = people.known(call.appid(), call.field("openid"));
            people.change(call.appid(), person, fan -> fan.remarked(call.field("remark")));
            return Reply.ok();
        });
    }

    private Map<String, Object> info(String appid, String openid) {
        var person = people.known(appid, openid);
        var fan = people.fan(appid, person);
        if (!fan.following()) {
            return Json.of("subscribe", 0, "openid", openid, "tagid_list", List.of());
        }
        var info = Json.of("subscribe", 1, "openid", openid, "nickname", "", "sex", 0, "language", "zh_CN");
        info.putAll(Json.of("city", "", "province", "", "country", "", "headimgurl", ""));
        info.putAll(Json.of("subscribe_time", fan.since().getEpochSecond(), "unionid", person.unionid()));
        info.putAll(Json.of("remark", fan.remark(), "groupid", 0, "tagid_list", List.copyOf(fan.tags())));
        info.put("subscribe_scene", fan.scene().isEmpty() ? "ADD_SCENE_SEARCH" : "ADD_SCENE_QR_CODE");
        info.putAll(Json.of("qr_scene", 0, "qr_scene_str", fan.scene()));
        return info;
    }
}
