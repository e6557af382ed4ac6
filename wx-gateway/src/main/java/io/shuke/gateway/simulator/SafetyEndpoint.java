package io.shuke.gateway.simulator;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Checks of texts and pictures: whatever says 违规 is risky, whatever says 可疑 is to be looked at. */
@Simulated
@RestController
@RequestMapping(WechatApi.ROOT + "/wxa")
class SafetyEndpoint {

    private static final Pattern RISKY = Pattern.compile("违规|赌博|色情|risky");
    private static final Pattern DOUBTFUL = Pattern.compile("可疑|review");
    private static final int LONGEST = 2500;

    private final WechatApi api;
    private final People people;
    private final Callbacks callbacks;

    SafetyEndpoint(WechatApi api, People people, Callbacks callbacks) {
        this.api = api;
        this.people = people;
        this.callbacks = callbacks;
    }

    @PostMapping("/msg_sec_check")
    Mono<ResponseEntity<byte[]>> text(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var content = call.field("content");
            people.known(call.appid(), call.field("openid"));
            if (content.isEmpty() || content.length() > LONGEST) {
                throw WechatError.of(47001);
            }
            var suggest = suggest(content);
            int label = suggest.equals("pass") ? 100 : 20006;
            return Reply.ok(
                    "result",
                    Json.of("suggest", suggest, "label", label),
                    "detail",
                    List.of(Json.of(
                            "strategy", "content_model", "errcode", 0, "suggest", suggest, "label", label, "prob", 90)),
                    "trace_id",
                    trace());
        });
    }

    @PostMapping("/media_check_async")
    Mono<ResponseEntity<byte[]>> media(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var person = people.known(call.appid(), call.field("openid"));
            var trace = trace();
            callbacks.sendSoon(
                    call.account(), person, Events.mediaCheck(call.appid(), trace, suggest(call.field("media_url"))));
            return Reply.ok("trace_id", trace);
        });
    }

    @PostMapping("/getuserriskrank")
    Mono<ResponseEntity<byte[]>> risk(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            people.known(call.appid(), call.field("openid"));
            return Reply.ok("risk_rank", 0, "unoin_id", Randoms.number(9));
        });
    }

    private static String suggest(String content) {
        return RISKY.matcher(content).find()
                ? "risky"
                : DOUBTFUL.matcher(content).find() ? "review" : "pass";
    }

    private static String trace() {
        return Openids.hex(Randoms.text(8)).substring(0, 8) + "-" + Randoms.number(8);
    }
}
