package io.shuke.gateway.simulator;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Links that lead into a mini-program from outside of WeChat. */
@Simulated
@RestController
@RequestMapping(WechatApi.ROOT + "/wxa")
class LinkEndpoint {

    private record Link(String appid, String path, String query, long created) {}

    private final WechatApi api;
    private final Clock clock;
    private final Map<String, Link> links = new ConcurrentHashMap<>();

    LinkEndpoint(WechatApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @PostMapping("/generate_urllink")
    Mono<ResponseEntity<byte[]>> url(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> Reply.ok("url_link", keep("https://wxaurl.cn/", call, call.body())));
    }

    @PostMapping("/generatescheme")
    Mono<ResponseEntity<byte[]>> scheme(ServerWebExchange exchange) {
        return api.withToken(
                exchange,
                call -> Reply.ok(
                        "openlink",
                        keep("weixin://dl/business/?t=", call, call.body().path("jump_wxa"))));
    }

    @PostMapping("/genwxashortlink")
    Mono<ResponseEntity<byte[]>> shortLink(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var page = call.field("page_url");
            if (page.isEmpty()) {
                throw WechatError.of(40165);
            }
            return Reply.ok("link", "#小程序://熟客/" + Randoms.text(15));
        });
    }

    @PostMapping("/query_urllink")
    Mono<ResponseEntity<byte[]>> query(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var link = links.get(call.field("url_link"));
            if (link == null || !link.appid().equals(call.appid())) {
                throw new WechatError(85400, "url_link not found");
            }
            var info = Json.of("appid", link.appid(), "path", link.path(), "query", link.query());
            info.putAll(Json.of("create_time", link.created(), "expire_time", 0, "env_version", "release"));
            return Reply.ok("url_link_info", info, "visit_openid", "");
        });
    }

    private String keep(String prefix, Call call, JsonNode target) {
        var path = target.path("path").asString("");
        if (path.contains("?")) {
            throw WechatError.of(40165);
        }
        var url = prefix + Randoms.text(11);
        links.put(
                url,
                new Link(
                        call.appid(),
                        path,
                        target.path("query").asString(""),
                        clock.instant().getEpochSecond()));
        return url;
    }
}
