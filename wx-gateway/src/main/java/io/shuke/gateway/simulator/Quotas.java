package io.shuke.gateway.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often an account may call: by the day in China, with a limit that can be made small to see what happens. */
final class Quotas {

    private static final long OTHERS = 1_000_000;
    private static final int CLEARINGS = 10;
    private static final Map<String, Long> LIMITS = Map.of(
            "/cgi-bin/token", 2_000L,
            "/cgi-bin/stable_token", 500_000L,
            "/cgi-bin/message/template/send", 100_000L,
            "/cgi-bin/message/custom/send", 500_000L,
            "/cgi-bin/qrcode/create", 100_000L,
            "/cgi-bin/user/info", 5_000_000L,
            "/cgi-bin/user/get", 500L,
            "/cgi-bin/menu/create", 1_000L,
            "/wxa/generate_urllink", 500_000L);

    record Use(long limit, long used) {
        long remaining() {
            return Math.max(0, limit - used);
        }
    }

    private record Spot(String appid, String path) {}

    private record Count(long day, long used) {}

    private final Clock clock;
    private final Map<Spot, Count> counts = new ConcurrentHashMap<>();
    private final Map<String, Long> changed = new ConcurrentHashMap<>();
    private final Map<String, Integer> clearings = new ConcurrentHashMap<>();

    Quotas(Clock clock) {
        this.clock = clock;
    }

    void spend(String appid, String path) {
        var today = today();
        var count = counts.merge(
                new Spot(appid, path),
                new Count(today, 1),
                (before, one) -> before.day() == today ? new Count(today, before.used() + 1) : one);
        if (count.used() > limit(path)) {
            throw WechatError.of(45009);
        }
    }

    Use use(String appid, String path) {
        var count = counts.get(new Spot(appid, path));
        return new Use(limit(path), count == null || count.day() != today() ? 0 : count.used());
    }

    /** Ten times a month an account may begin its day afresh. */
    void clear(String appid) {
        var month = appid + ":"
                + clock.instant().plus(Duration.ofHours(8)).toString().substring(0, 7);
        if (clearings.merge(month, 1, Integer::sum) > CLEARINGS) {
            throw WechatError.of(48006);
        }
        counts.keySet().removeIf(spot -> spot.appid().equals(appid));
    }

    void limit(String path, long calls) {
        changed.put(path, calls);
    }

    void reset() {
        changed.clear();
        counts.clear();
        clearings.clear();
    }

    private long limit(String path) {
        return changed.getOrDefault(path, LIMITS.getOrDefault(path, OTHERS));
    }

    private long today() {
        return clock.instant().plus(Duration.ofHours(8)).getEpochSecond() / 86_400;
    }
}
