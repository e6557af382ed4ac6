package io.shuke.gateway.simulator;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tokens, tickets and quotas. */
@Simulated
@RestController
@RequestMapping(WechatApi.ROOT)
class TokenEndpoint {

    private final WechatApi api;
    private final Tokens tokens;
    private final Quotas quotas;

    TokenEndpoint(WechatApi api, Tokens tokens, Quotas quotas) {
        this.api = api;
        this.tokens = tokens;
        this.quotas = quotas;
    }

    @PostMapping("/cgi-bin/stable_token")
    Mono<ResponseEntity<byte[]>> stable(ServerWebExchange exchange) {
        return api.named(exchange, call -> {
            var force = call.body().path("force_refresh").asBoolean(false);
            return token(tokens.stable(call.account(), call.field("secret"), force));
        });
    }

    @GetMapping("/cgi-bin/token")
    Mono<ResponseEntity<byte[]>> classic(ServerWebExchange exchange) {
        return api.named(exchange, call -> token(tokens.classic(call.account(), call.parameter("secret"))));
    }

    @GetMapping("/cgi-bin/ticket/getticket")
    Mono<ResponseEntity<byte[]>> ticket(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var ticket = tokens.ticket(call.appid(), call.parameter("type"));
            return Reply.ok("ticket", ticket.token(), "expires_in", ticket.expiresIn());
        });
    }

    @GetMapping({"/cgi-bin/getcallbackip", "/cgi-bin/get_api_domain_ip"})
    Mono<ResponseEntity<byte[]>> addresses(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> Reply.json("ip_list", List.of("127.0.0.1")));
    }

    @PostMapping("/cgi-bin/clear_quota")
    Mono<ResponseEntity<byte[]>> clear(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            quotas.clear(call.appid());
            return Reply.ok();
        });
    }

    @PostMapping("/cgi-bin/clear_quota/v2")
    Mono<ResponseEntity<byte[]>> clearWithSecret(ServerWebExchange exchange) {
        return api.named(exchange, call -> {
            var secret = call.parameter("appsecret");
            if (!call.account().secret().equals(secret.isEmpty() ? call.field("appsecret") : secret)) {
                throw WechatError.of(40125);
            }
            quotas.clear(call.appid());
            return Reply.ok();
        });
    }

    @PostMapping("/cgi-bin/openapi/quota/get")
    Mono<ResponseEntity<byte[]>> quota(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var use = quotas.use(call.appid(), call.field("cgi_path"));
            return Reply.ok(
                    "quota",
                    Json.of("daily_limit", use.limit(), "used", use.used(), "remain", use.remaining()),
                    "rate_limit",
                    Json.of("call_count", 1000, "refresh_second", 60));
        });
    }

    @PostMapping("/cgi-bin/openapi/rid/get")
    Mono<ResponseEntity<byte[]>> rid(ServerWebExchange exchange) {
        return api.withToken(
                exchange,
                call -> Reply.ok(
                        "request",
                        Json.of(
                                "invoke_time",
                                0,
                                "cost_in_ms",
                                1,
                                "request_url",
                                "",
                                "request_body",
                                "",
                                "response_body",
                                "",
                                "client_ip",
                                "127.0.0.1")));
    }

    private static Reply token(Tokens.Grant grant) {
        return Reply.json("access_token", grant.token(), "expires_in", grant.expiresIn());
    }
}
