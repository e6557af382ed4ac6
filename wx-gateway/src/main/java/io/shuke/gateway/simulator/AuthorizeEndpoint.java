package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.OneTimeCodes.Meaning;
import io.shuke.gateway.simulator.OneTimeCodes.Purpose;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The pages of open.weixin.qq.com and mp.weixin.qq.com. Who is there is told by {@code sim_person} in the query, the header
 * {@code X-Sim-User} or the phone's cookie; otherwise one is asked.
 */
@Simulated
@RestController
@RequestMapping(WechatApi.ROOT)
class AuthorizeEndpoint {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Accounts accounts;
    private final People people;
    private final OneTimeCodes codes;
    private final Permissions permissions;

    AuthorizeEndpoint(Accounts accounts, People people, OneTimeCodes codes, Permissions permissions) {
        this.accounts = accounts;
        this.people = people;
        this.codes = codes;
        this.permissions = permissions;
    }

    @GetMapping("/connect/oauth2/authorize")
    Mono<ResponseEntity<String>> authorize(ServerWebExchange exchange) {
        return accounts.all().map(known -> {
            try {
                return answer(known, exchange.getRequest());
            } catch (Authorization.Oops oops) {
                return page(Pages.oops(String.valueOf(oops.getMessage())));
            }
        });
    }

    /** The page on which a person agrees to one message. */
    @GetMapping("/mp/subscribemsg")
    Mono<ResponseEntity<String>> oneTimeMessage(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return Mono.fromSupplier(() -> {
            var query = request.getQueryParams().toSingleValueMap();
            var person = person(request);
            if (person.isEmpty()) {
                return page(Pages.picker(people.all(), request.getURI()));
            }
            var answer = query.get("sim_consent");
            var template = query.getOrDefault("template_id", "");
            if (answer == null) {
                return page(Pages.message(template, request.getURI()));
            }
            var openid = person.get().openid(query.getOrDefault("appid", ""));
            if (answer.equals("accept")) {
                permissions.consents().accept(openid, template);
            }
            return redirect(query.getOrDefault("redirect_url", "") + "?openid=" + openid + "&template_id=" + template
                    + "&action=" + (answer.equals("accept") ? "confirm" : "cancel") + "&scene="
                    + query.getOrDefault("scene", "") + "&reserved=" + query.getOrDefault("reserved", ""));
        });
    }

    private ResponseEntity<String> answer(List<SimulatedAccount> known, ServerHttpRequest request) {
        var query = request.getQueryParams();
        var account = known.stream()
                .filter(one -> one.appid().equals(query.getFirst("appid")))
                .findFirst()
                .orElseThrow(() -> new Authorization.Oops("AppID 参数错误，错误码：10013"));
        var wish = Authorization.of(query).checked(account, request.getURI().getHost());
        var person = person(request);
        if (person.isEmpty()) {
            return page(Pages.picker(people.all(), request.getURI()));
        }
        var consent = query.getFirst("sim_consent");
        if (wish.needsConsent() && consent == null) {
            return page(Pages.consent(account, person.get(), request.getURI()));
        }
        if ("refuse".equals(consent)) {
            return redirect(wish.location(null));
        }
        return redirect(wish.location(issue(wish, person.get(), "1".equals(query.getFirst("sim_snapshot")))));
    }

    private String issue(Authorization wish, Person person, boolean snapshot) {
        return codes.issue(Purpose.WEB, new Meaning(wish.appid(), person.id(), wish.scope(), snapshot));
    }

    private Optional<Person> person(ServerHttpRequest request) {
        var cookie = request.getCookies().getFirst(BrowserEndpoint.PERSON);
        return Optional.ofNullable(request.getQueryParams().getFirst("sim_person"))
                .or(() -> Optional.ofNullable(request.getHeaders().getFirst("X-Sim-User")))
                .or(() -> Optional.ofNullable(cookie).map(found -> found.getValue()))
                .flatMap(this::existing);
    }

    private Optional<Person> existing(@Nullable String id) {
        return people.all().stream().filter(person -> person.id().equals(id)).findFirst();
    }

    private static ResponseEntity<String> page(String html) {
        return ResponseEntity.ok().contentType(HTML).body(html);
    }

    private static ResponseEntity<String> redirect(String location) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(location))
                .build();
    }
}
