package io.shuke.gateway.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Card designs of accounts and the cards people have taken. */
final class WechatCards {

    private record Design(String appid, JsonNode content) {}

    /** @param number the shop's own number; empty until the card is activated */
    record Held(String code, String appid, String design, String person, String number, long bonus) {}

    private final Map<String, Design> designs = new ConcurrentHashMap<>();
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    String create(String appid, JsonNode content) {
        if (content.isMissingNode()) {
            throw WechatError.of(47001);
        }
        var id = "p" + Randoms.text(27);
        designs.put(id, new Design(appid, content));
        return id;
    }

    JsonNode design(String appid, String id) {
        var design = designs.get(id);
        if (design == null || !design.appid().equals(appid)) {
            throw new WechatError(40072, "invalid card id");
        }
        return design.content();
    }

    /** Somebody takes the account's card into their wallet. */
    Held take(String appid, Person person) {
        var design = designs.entrySet().stream()
                .filter(entry -> entry.getValue().appid().equals(appid))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> create(appid, Json.read("{}")));
        var card = new Held(String.valueOf(Randoms.number(12)), appid, design, person.id(), "", 0);
        held.put(card.code(), card);
        return card;
    }

    Held held(String code) {
        return Optional.ofNullable(held.get(code)).orElseThrow(() -> new WechatError(40056, "invalid serial code"));
    }

    void activate(String code, String number, long bonus) {
        var card = held(code);
        held.put(code, new Held(code, card.appid(), card.design(), card.person(), number, bonus));
    }

    Held update(String code, @Nullable Long bonus, long added) {
        var card = held(code);
        var now = bonus == null ? card.bonus() + added : bonus;
        var changed = new Held(code, card.appid(), card.design(), card.person(), card.number(), now);
        held.put(code, changed);
        return changed;
    }

    void remove(String code) {
        held.remove(held(code).code());
    }

    List<Map<String, Object>> of(String appid, String person) {
        return held.values().stream()
                .filter(card -> card.appid().equals(appid) && card.person().equals(person))
                .map(card -> Json.of("code", card.code(), "card_id", card.design()))
                .toList();
    }
}
