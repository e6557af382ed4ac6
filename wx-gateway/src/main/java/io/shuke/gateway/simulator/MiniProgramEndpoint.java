package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.OneTimeCodes.Purpose;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who uses a mini-program, and their phone number. */
@Simulated
@RestController
@RequestMapping(WechatApi.ROOT)
class MiniProgramEndpoint {

    private final WechatApi api;
    private final OneTimeCodes codes;
    private final People people;
    private final Clock clock;

    MiniProgramEndpoint(WechatApi api, OneTimeCodes codes, People people, Clock clock) {
        this.api = api;
        this.codes = codes;
        this.people = people;
        this.clock = clock;
    }

    /** WxJava adds an access token, which this endpoint never looks at. */
    @GetMapping("/sns/jscode2session")
    Mono<ResponseEntity<byte[]>> session(ServerWebExchange exchange) {
        return api.named(exchange, call -> {
            if (!call.account().secret().equals(call.parameter("secret"))) {
                throw WechatError.of(40125);
            }
            var meaning = codes.redeem(Purpose.LOGIN, call.appid(), call.parameter("js_code"));
            var person = people.person(meaning.person());
            return Reply.json(
                    "session_key",
                    Base64.getEncoder().encodeToString(Randoms.text(16).getBytes(StandardCharsets.US_ASCII)),
                    "openid",
                    person.openid(call.appid()),
                    "unionid",
                    person.unionid());
        });
    }

    @PostMapping("/wxa/business/getuserphonenumber")
    Mono<ResponseEntity<byte[]>> phone(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var meaning = codes.redeem(Purpose.PHONE, call.appid(), call.field("code"));
            var phone = people.person(meaning.person()).phone();
            var watermark = Json.of("timestamp", clock.instant().getEpochSecond(), "appid", call.appid());
            return Reply.ok(
                    "phone_info",
                    Json.of(
                            "phoneNumber", phone,
                            "purePhoneNumber", phone,
                            "countryCode", "86",
                            "watermark", watermark));
        });
    }
}
