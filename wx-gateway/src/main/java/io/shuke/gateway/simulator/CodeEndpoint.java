package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.OneTimeCodes.Meaning;
import io.shuke.gateway.simulator.OneTimeCodes.Purpose;
import io.shuke.gateway.simulator.SimulatedAccount.Kind;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The codes a phone hands to a mini-program or a page. */
@Simulated
@RestController
@RequestMapping("/sim/api/people/{id}")
class CodeEndpoint {

    record Code(String appid, String code, long expiresIn) {}

    /** @param location where the browser goes; {@code code} is in it unless the person refused */
    record Authorized(String location, @Nullable String code, String state) {}

    private final Accounts accounts;
    private final People people;
    private final OneTimeCodes codes;

    CodeEndpoint(Accounts accounts, People people, OneTimeCodes codes) {
        this.accounts = accounts;
        this.people = people;
        this.codes = codes;
    }

    /** What {@code wx.login} gives. */
    @PostMapping("/login-code")
    Mono<Code> login(@PathVariable("id") String id, @RequestBody(required = false) @Nullable String body) {
        return code(id, body, Purpose.LOGIN);
    }

    /** What the phone-number button gives. */
    @PostMapping("/phone-code")
    Mono<Code> phone(@PathVariable("id") String id, @RequestBody(required = false) @Nullable String body) {
        return code(id, body, Purpose.PHONE);
    }

    /**
     * Opens an authorize page: {@code url} as our door redirected to it, or its parts ({@code redirectUri}, {@code scope},
     * {@code state}). {@code "accept":false} refuses, {@code "snapshot":true} is a person WeChat does not want to name.
     */
    @PostMapping("/authorize")
    Mono<Authorized> authorize(@PathVariable("id") String id, @RequestBody(required = false) @Nullable String body) {
        var person = people.person(id);
        var wish = Json.read(body == null ? "" : body);
        var asked = asked(wish);
        return accounts.one(asked.appid().isEmpty() ? null : asked.appid(), Kind.OFFICIAL)
                .map(account -> {
                    if (!wish.path("accept").asBoolean(true)) {
                        return new Authorized(asked.location(null), null, asked.state());
                    }
                    var code = codes.issue(
                            Purpose.WEB,
                            new Meaning(
                                    account.appid(),
                                    person.id(),
                                    asked.scope(),
                                    wish.path("snapshot").asBoolean(false)));
                    return new Authorized(asked.location(code), code, asked.state());
                });
    }

    private static Authorization asked(JsonNode wish) {
        if (wish.has("url")) {
            var query = UriComponentsBuilder.fromUriString(wish.path("url").asString(""))
                    .build()
                    .getQueryParams();
            var decoded = new LinkedMultiValueMap<String, String>();
            query.forEach((name, values) -> values.forEach(
                    value -> decoded.add(name, value == null ? "" : UriUtils.decode(value, StandardCharsets.UTF_8))));
            return Authorization.of(decoded);
        }
        return new Authorization(
                wish.path("appid").asString(""),
                wish.path("redirectUri").asString(""),
                wish.path("scope").asString("snsapi_base"),
                wish.path("state").asString(""));
    }

    private Mono<Code> code(String id, @Nullable String body, Purpose purpose) {
        var person = people.person(id);
        var appid = Json.read(body == null ? "" : body).path("appid").asString("");
        return accounts.one(appid.isEmpty() ? null : appid, Kind.MINI)
                .map(account -> new Code(
                        account.appid(),
                        codes.issue(purpose, new Meaning(account.appid(), person.id(), "", false)),
                        OneTimeCodes.LIFE.toSeconds()));
    }
}
