package io.shuke.gateway.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The menu of each account, as it was sent. */
final class Menus {

    private final Map<String, JsonNode> menus = new ConcurrentHashMap<>();

    void put(String appid, JsonNode menu) {
        menus.put(appid, menu);
    }

    void remove(String appid) {
        menus.remove(appid);
    }

    Optional<JsonNode> of(String appid) {
        return Optional.ofNullable(menus.get(appid));
    }
}
