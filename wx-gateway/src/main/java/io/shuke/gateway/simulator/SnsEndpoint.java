package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.OneTimeCodes.Purpose;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a web page's code is exchanged for. */
@Simulated
@RestController
@RequestMapping(WechatApi.ROOT + "/sns")
class SnsEndpoint {

    private final WechatApi api;
    private final OneTimeCodes codes;
    private final WebGrants grants;
    private final People people;

    SnsEndpoint(WechatApi api, OneTimeCodes codes, WebGrants grants, People people) {
        this.api = api;
        this.codes = codes;
        this.grants = grants;
        this.people = people;
    }

    @GetMapping("/oauth2/access_token")
    Mono<ResponseEntity<byte[]>> exchange(ServerWebExchange exchange) {
        return api.named(exchange, call -> {
            if (!call.account().secret().equals(call.parameter("secret"))) {
                throw WechatError.of(40125);
            }
            var meaning = codes.redeem(Purpose.WEB, call.appid(), call.parameter("code"));
            var owner = meaning.snapshot() ? "nobody-" + Randoms.text(8) : meaning.person();
            var grant = new WebGrants.Grant(
                    call.appid(),
                    meaning.person(),
                    Openids.openid(call.appid(), owner),
                    meaning.scope(),
                    meaning.snapshot());
            var reply = tokens(grant);
            if (grant.snapshot()) {
                reply.put("is_snapshotuser", 1);
            }
            reply.put("unionid", Openids.unionid(owner));
            return json(reply);
        });
    }

    @GetMapping("/oauth2/refresh_token")
    Mono<ResponseEntity<byte[]>> refresh(ServerWebExchange exchange) {
        return api.named(
                exchange, call -> json(tokens(grants.byRefresh(call.parameter("refresh_token"), call.appid()))));
    }

    @GetMapping("/userinfo")
    Mono<ResponseEntity<byte[]>> profile(ServerWebExchange exchange) {
        return api.granted(exchange, call -> {
            var grant = grants.byAccess(call.parameter("access_token"), call.parameter("openid"));
            if (!grant.profile()) {
                throw WechatError.of(48001);
            }
            var person = people.person(grant.person());
            var reply = Json.of("openid", grant.openid());
            reply.put("nickname", grant.snapshot() ? "微信用户" : person.nickname());
            reply.putAll(Json.of("sex", 0, "language", "", "city", "", "province", "", "country", ""));
            reply.putAll(Json.of("headimgurl", "", "privilege", List.of()));
            reply.put("unionid", grant.snapshot() ? Openids.unionid(grant.openid()) : person.unionid());
            return json(reply);
        });
    }

    @GetMapping("/auth")
    Mono<ResponseEntity<byte[]>> check(ServerWebExchange exchange) {
        return api.granted(exchange, call -> {
            grants.byAccess(call.parameter("access_token"), call.parameter("openid"));
            return Reply.ok();
        });
    }

    private Map<String, Object> tokens(WebGrants.Grant grant) {
        return Json.of(
                "access_token", grants.access(grant),
                "expires_in", Tokens.LIFE.toSeconds(),
                "refresh_token", grants.refresh(grant),
                "openid", grant.openid(),
                "scope", grant.scope());
    }

    private static Reply json(Map<String, Object> reply) {
        return new Reply(MediaType.APPLICATION_JSON, Json.bytes(reply));
    }
}
