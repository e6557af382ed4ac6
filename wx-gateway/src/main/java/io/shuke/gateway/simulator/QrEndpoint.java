package io.shuke.gateway.simulator;

import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** QR codes of the Official Account and codes of the mini-program, as pictures that can be scanned. */
@Simulated
@RestController
@RequestMapping(WechatApi.ROOT)
class QrEndpoint {

    private static final int SIZE = 430;
    private static final int LONGEST_PATH = 1024;
    private static final Pattern SCENE = Pattern.compile("[0-9A-Za-z!#$&'()*+,/:;=?@\\-._~%]{1,32}");

    private final WechatApi api;
    private final Scenes scenes;

    QrEndpoint(WechatApi api, Scenes scenes) {
        this.api = api;
        this.scenes = scenes;
    }

    @PostMapping("/cgi-bin/qrcode/create")
    Mono<ResponseEntity<byte[]>> create(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var code = scenes.create(call.appid(), call.body());
            var reply = Json.of("ticket", code.ticket());
            if (!code.permanent()) {
                reply.put("expire_seconds", code.seconds());
            }
            reply.put("url", code.url());
            return new Reply(MediaType.APPLICATION_JSON, Json.bytes(reply));
        });
    }

    /** Asked by browsers with the ticket alone, by WxJava with a token beside it. */
    @GetMapping("/cgi-bin/showqrcode")
    ResponseEntity<byte[]> show(@RequestParam("ticket") String ticket) {
        return scenes.byTicket(ticket)
                .map(code ->
                        ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(QrPng.of(code.url(), SIZE)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/wxa/getwxacodeunlimit")
    Mono<ResponseEntity<byte[]>> unlimited(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            if (!SCENE.matcher(call.field("scene")).matches()) {
                throw WechatError.of(40169);
            }
            var page = call.field("page");
            if (page.startsWith("/") || page.contains("?")) {
                throw WechatError.of(41030);
            }
            return code(call, page, "&scene=" + call.field("scene"));
        });
    }

    @PostMapping({"/wxa/getwxacode", "/cgi-bin/wxaapp/createwxaqrcode"})
    Mono<ResponseEntity<byte[]>> limited(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var path = call.field("path");
            if (path.isEmpty() || path.length() > LONGEST_PATH) {
                throw new WechatError(40159, "invalid length for path, or the data is not json string");
            }
            return code(call, path, "");
        });
    }

    private static Reply code(Call call, String page, String rest) {
        if (call.account().official()) {
            throw WechatError.of(48001);
        }
        var size = Math.max(280, Math.min(1280, call.body().path("width").asInt(SIZE)));
        return Reply.image(QrPng.of("https://mp.weixin.qq.com/a/~" + call.appid() + "?page=" + page + rest, size));
    }
}
