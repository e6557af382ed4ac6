package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.Acts.Scene;
import io.shuke.gateway.simulator.Acts.Seen;
import io.shuke.gateway.simulator.SimulatedAccount.Kind;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A person acts. Every body may name the account ({@code appid}; otherwise the first of the fitting kind) and how the
 * callback is to travel ({@code delivery}, see {@link Delivery}).
 */
@Simulated
@RestController
@RequestMapping("/sim/api/people/{id}")
class ActEndpoint {

    private final Accounts accounts;
    private final People people;
    private final Acts acts;

    ActEndpoint(Accounts accounts, People people, Acts acts) {
        this.accounts = accounts;
        this.people = people;
        this.acts = acts;
    }

    @PostMapping("/follow")
    Mono<Seen> follow(@PathVariable("id") String id, @RequestBody(required = false) @Nullable String body) {
        return act(
                id, body, (scene, wish) -> acts.follow(scene, wish.path("scene").asString("")));
    }

    @PostMapping("/unfollow")
    Mono<Seen> unfollow(@PathVariable("id") String id, @RequestBody(required = false) @Nullable String body) {
        return act(id, body, (scene, wish) -> acts.unfollow(scene));
    }

    @PostMapping("/scan")
    Mono<Seen> scan(@PathVariable("id") String id, @RequestBody(required = false) @Nullable String body) {
        return act(id, body, (scene, wish) -> acts.scan(scene, needed(wish, "scene")));
    }

    @PostMapping("/say")
    Mono<Seen> say(@PathVariable("id") String id, @RequestBody(required = false) @Nullable String body) {
        return act(id, body, (scene, wish) -> acts.say(scene, needed(wish, "text")));
    }

    /** A menu button that asks. */
    @PostMapping("/click")
    Mono<Seen> click(@PathVariable("id") String id, @RequestBody(required = false) @Nullable String body) {
        return act(id, body, (scene, wish) -> acts.click(scene, needed(wish, "key")));
    }

    /** A menu button that opens a page. */
    @PostMapping("/view")
    Mono<Seen> view(@PathVariable("id") String id, @RequestBody(required = false) @Nullable String body) {
        return act(id, body, (scene, wish) -> acts.report(scene, Events.view(needed(wish, "url"))));
    }

    /** The person blocks the account's messages, or with {@code "on":false} no longer does. */
    @PostMapping("/block")
    Mono<Seen> block(@PathVariable("id") String id, @RequestBody(required = false) @Nullable String body) {
        return act(id, body, (scene, wish) -> {
            var fan = people.change(
                    scene.appid(),
                    scene.person(),
                    before -> before.blocks(wish.path("on").asBoolean(true)));
            return Mono.just(new Seen(fan.following(), null, List.of()));
        });
    }

    private Mono<Seen> act(String id, @Nullable String body, BiFunction<Scene, JsonNode, Mono<Seen>> act) {
        var person = people.person(id);
        var wish = Json.read(body == null ? "" : body);
        var appid = wish.path("appid").asString("");
        return accounts.one(appid.isEmpty() ? null : appid, Kind.OFFICIAL)
                .flatMap(account -> act.apply(
                        new Scene(person, account, wish.has("delivery") ? wish.path("delivery") : null), wish));
    }

    private static String needed(JsonNode wish, String field) {
        var value = wish.path(field).asString("");
        if (value.isBlank()) {
            throw SimulatorRefusal.missing(field);
        }
        return value;
    }
}
