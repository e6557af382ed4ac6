package io.shuke.gateway.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The QR codes an Official Account has made, each with the scene it stands for. */
final class Scenes {

    private static final int LONGEST = 64;
    private static final int MOST_PERMANENT = 100_000;
    private static final long LONGEST_LIFE = 2_592_000;
    private static final long SHORT_LIFE = 60;

    record Code(String ticket, String appid, String scene, boolean permanent, long seconds, Instant until) {

        /** What the picture says. The real one names the ticket only; here the scene can be read with any scanner. */
        String url() {
            return "http://weixin.qq.com/q/" + ticket.substring(0, 24) + "?scene=" + scene;
        }
    }

    private final Clock clock;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();

    Scenes(Clock clock) {
        this.clock = clock;
    }

    synchronized Code create(String appid, JsonNode wish) {
        var action = wish.path("action_name").asString("");
        var scene = wish.path("action_info").path("scene");
        var permanent = action.startsWith("QR_LIMIT_");
        var value =
                switch (action) {
                    case "QR_SCENE", "QR_LIMIT_SCENE" -> number(scene.path("scene_id"), permanent);
                    case "QR_STR_SCENE", "QR_LIMIT_STR_SCENE" ->
                        scene.path("scene_str").asString("");
                    default -> throw WechatError.of(40053);
                };
        if (value.isEmpty() || value.length() > LONGEST) {
            throw WechatError.of(40053);
        }
        if (permanent && permanentOnes(appid) >= MOST_PERMANENT) {
            throw WechatError.of(45009);
        }
        var seconds = Math.min(LONGEST_LIFE, wish.path("expire_seconds").asLong(SHORT_LIFE));
        var ticket = "gQ" + Randoms.text(94) + "==";
        var until = permanent ? Instant.MAX : clock.instant().plus(Duration.ofSeconds(seconds));
        var code = new Code(ticket, appid, value, permanent, seconds, until);
        codes.put(ticket, code);
        return code;
    }

    Optional<Code> byTicket(String ticket) {
        return Optional.ofNullable(codes.get(ticket))
                .filter(code -> code.until().isAfter(clock.instant()));
    }

    private static String number(JsonNode id, boolean permanent) {
        var value = id.asLong(0);
        if (value <= 0 || permanent && value > MOST_PERMANENT || value > 0xFFFFFFFFL) {
            throw WechatError.of(40053);
        }
        return String.valueOf(value);
    }

    private long permanentOnes(String appid) {
        return codes.values().stream()
                .filter(code -> code.permanent() && code.appid().equals(appid))
                .count();
    }
}
