package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.Acts.Scene;
import io.shuke.gateway.simulator.Acts.Seen;
import io.shuke.gateway.simulator.SimulatedAccount.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Subscribe-message prompts, and the rarer things WeChat reports. */
@Simulated
@RestController
@RequestMapping("/sim/api/people/{id}")
class EventEndpoint {

    private final Accounts accounts;
    private final People people;
    private final Permissions permissions;
    private final WechatCards cards;
    private final Acts acts;

    EventEndpoint(Accounts accounts, People people, Permissions permissions, WechatCards cards, Acts acts) {
        this.accounts = accounts;
        this.people = people;
        this.permissions = permissions;
        this.cards = cards;
        this.acts = acts;
    }

    /** The prompt for {@code templateIds}; answers what {@code wx.requestSubscribeMessage} gives to the page. */
    @PostMapping("/subscribe")
    Mono<Map<String, Object>> subscribe(
            @PathVariable("id") String id, @RequestBody(required = false) @Nullable String body) {
        var wish = Json.read(body == null ? "" : body);
        var accept = wish.path("accept").asBoolean(true);
        return scene(id, wish, Kind.MINI).flatMap(scene -> {
            var answers = new LinkedHashMap<String, Boolean>();
            wish.path("templateIds").forEach(template -> answers.put(template.asString(""), accept));
            if (answers.isEmpty()) {
                throw SimulatorRefusal.missing("templateIds");
            }
            answers.forEach((template, yes) -> {
                if (yes) {
                    permissions.consents().accept(scene.openid(), template);
                }
            });
            var result = Json.of("errMsg", "requestSubscribeMessage:ok");
            answers.forEach((template, yes) -> result.put(template, yes ? "accept" : "reject"));
            return acts.report(scene, Events.popup(answers, wish.path("scene").asString("0")))
                    .thenReturn(result);
        });
    }

    /** {@code event} by WeChat's name, or one of the two odd ones: {@code whitespace}, {@code two-sent}. */
    @PostMapping("/events")
    Mono<Seen> event(@PathVariable("id") String id, @RequestBody(required = false) @Nullable String body) {
        var wish = Json.read(body == null ? "" : body);
        var name = wish.path("event").asString("");
        var kind = name.startsWith("wxa_") || name.contains("tempsession") || name.startsWith("subscribe_msg")
                ? Kind.MINI
                : Kind.OFFICIAL;
        return scene(id, wish, kind).flatMap(scene -> happen(scene, name, wish));
    }

    private Mono<Seen> happen(Scene scene, String name, JsonNode wish) {
        return switch (name) {
            case "two-sent" -> twoSent(scene, wish);
            case "user_enter_tempsession" ->
                acts.enterSession(scene, wish.path("from").asString(""));
            case "subscribe_msg_change_event" -> {
                var template = template(wish);
                permissions.consents().refuse(scene.openid(), template);
                yield acts.report(scene, Events.settings(List.of(template)));
            }
            case "user_authorization_cancellation" ->
                acts.report(scene, Events.authorisation(name, scene.account(), scene.person()));
            default -> acts.report(scene, plain(scene, name, wish));
        };
    }

    private Event plain(Scene scene, String name, JsonNode wish) {
        return switch (name) {
            case "subscribe_msg_sent_event" ->
                Events.sent(
                        template(wish),
                        wish.path("errorCode").asInt(0),
                        wish.path("status").asString("success"));
            case "whitespace", "user_get_card" -> {
                var card = cards.take(scene.appid(), scene.person());
                var written = name.equals("whitespace") ? " user_get_card " : name;
                yield Events.userGetCard(
                        written, card.design(), card.code(), wish.path("outer").asString(""));
            }
            case "submit_membercard_user_info", "user_del_card", "user_view_card", "update_member_card" -> {
                var card = cards.take(scene.appid(), scene.person());
                yield Events.ofCard(name, card.design(), card.code());
            }
            case "user_authorization_revoke", "user_info_modified" ->
                Events.authorisation(name, scene.account(), scene.person());
            case "wxa_media_check" ->
                Events.mediaCheck(
                        scene.appid(),
                        wish.path("traceId").asString("trace"),
                        wish.path("suggest").asString("pass"));
            default -> throw SimulatorRefusal.unknownEvent(name);
        };
    }

    /** Two different results for one person within one second: a deduplication by second would lose one. */
    private Mono<Seen> twoSent(Scene scene, JsonNode wish) {
        var first = acts.report(scene, Events.sent(template(wish), 0, "success"));
        var second = acts.report(scene, Events.sent(wish.path("other").asString("tpl-coupon"), 0, "success"));
        return Mono.zip(first, second).map(both -> both.getT2());
    }

    private static String template(JsonNode wish) {
        return wish.path("templateId").asString("tpl-points");
    }

    private Mono<Scene> scene(String id, JsonNode wish, Kind kind) {
        var person = people.person(id);
        var appid = wish.path("appid").asString("");
        return accounts.one(appid.isEmpty() ? null : appid, kind)
                .map(account -> new Scene(person, account, wish.has("delivery") ? wish.path("delivery") : null));
    }
}
