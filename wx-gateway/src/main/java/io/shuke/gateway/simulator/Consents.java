package io.shuke.gateway.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many more subscribe messages of a template a person has agreed to: each yes is one message. */
final class Consents {

    private record Spot(String openid, String template) {}

    private final Map<Spot, Integer> left = new ConcurrentHashMap<>();

    void accept(String openid, String template) {
        left.merge(new Spot(openid, template), 1, Integer::sum);
    }

    /** Switching a template off in the settings takes back every yes. */
    void refuse(String openid, String template) {
        left.remove(new Spot(openid, template));
    }

    int left(String openid, String template) {
        return left.getOrDefault(new Spot(openid, template), 0);
    }

    void spend(String openid, String template) {
        var spot = new Spot(openid, template);
        var before = new int[1];
        left.computeIfPresent(spot, (key, count) -> {
            before[0] = count;
            return count > 1 ? count - 1 : null;
        });
        if (before[0] == 0) {
            throw WechatError.of(43101);
        }
    }
}
