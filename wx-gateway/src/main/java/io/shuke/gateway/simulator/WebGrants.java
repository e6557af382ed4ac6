package io.shuke.gateway.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a web page holds after a person agreed: an access token for two hours, a refresh token for thirty days. */
final class WebGrants {

    private static final Duration REFRESHABLE = Duration.ofDays(30);

    /** @param openid for a snapshot it belongs to nobody */
    record Grant(String appid, String person, String openid, String scope, boolean snapshot) {

        boolean profile() {
            return scope.contains("snsapi_userinfo");
        }
    }

    private record Held(Grant grant, Instant until) {}

    private final Clock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    WebGrants(Clock clock) {
        this.clock = clock;
    }

    String access(Grant grant) {
        return hold("98_" + Randoms.text(85), grant, Tokens.LIFE);
    }

    String refresh(Grant grant) {
        return hold("98r" + Randoms.text(85), grant, REFRESHABLE);
    }

    Grant byAccess(String token, String openid) {
        var found = held.get(token);
        if (found == null) {
            throw WechatError.of(40001);
        }
        if (!found.until().isAfter(clock.instant())) {
            throw WechatError.of(42001);
        }
        if (!found.grant().openid().equals(openid)) {
            throw WechatError.of(40003);
        }
        return found.grant();
    }

    Grant byRefresh(String token, String appid) {
        var found = held.get(token);
        if (found == null || !found.grant().appid().equals(appid)) {
            throw WechatError.of(40030);
        }
        if (!found.until().isAfter(clock.instant())) {
            throw WechatError.of(42002);
        }
        return found.grant();
    }

    private String hold(String token, Grant grant, Duration life) {
        held.put(token, new Held(grant, clock.instant().plus(life)));
        return token;
    }
}
