package io.shuke.gateway.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Codes that stand for a person for five minutes and once: 40029 for a wrong or old one, 40163 for a used one. */
final class OneTimeCodes {

    static final Duration LIFE = Duration.ofMinutes(5);

    enum Purpose {
        /** A web page of the Official Account asks who is there. */
        WEB,
        /** {@code wx.login} in a mini-program. */
        LOGIN,
        /** The phone-number button of a mini-program. */
        PHONE
    }

    /** @param scope what the person agreed to; empty outside the web */
    record Meaning(String appid, String person, String scope, boolean snapshot) {}

    private record Code(Purpose purpose, Meaning meaning, Instant until, boolean used) {}

    private final Clock clock;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();

    OneTimeCodes(Clock clock) {
        this.clock = clock;
    }

    synchronized String issue(Purpose purpose, Meaning meaning) {
        var now = clock.instant();
        codes.values().removeIf(code -> code.until().plus(LIFE).isBefore(now));
        var code = "0" + Randoms.text(31);
        codes.put(code, new Code(purpose, meaning, now.plus(LIFE), false));
        return code;
    }

    synchronized Meaning redeem(Purpose purpose, String appid, String value) {
        var code = codes.get(value);
        if (code == null
                || code.purpose() != purpose
                || !code.meaning().appid().equals(appid)
                || !code.until().isAfter(clock.instant())) {
            throw WechatError.of(40029);
        }
        if (code.used()) {
            throw WechatError.of(40163);
        }
        codes.put(value, new Code(purpose, code.meaning(), code.until(), true));
        return code.meaning();
    }
}
