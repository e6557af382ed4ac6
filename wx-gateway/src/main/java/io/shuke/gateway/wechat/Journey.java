package io.shuke.gateway.wechat;

import io.shuke.member.ground.FieldCipher;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.util.MultiValueMap;

/**
 * A browser on its way to WeChat's authorize page and back. The browser itself carries it, sealed, in a cookie that is
 * named after the state: so two tabs do not disturb each other, and a link with somebody else's state leads nowhere.
 */
record Journey(String account, String state, LocalPath to, boolean userinfo, Instant until) {

    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern STATE = Pattern.compile("[0-9a-f]{32}");

    static Journey begin(String account, LocalPath to, boolean userinfo, Instant now) {
        var state = new byte[16];
        RANDOM.nextBytes(state);
        return new Journey(account, HexFormat.of().formatHex(state), to, userinfo, now.plus(LONGEST));
    }

    /** @throws LoginRefusal {@code oauth.bad-state} when this browser did not begin a journey with that state */
    static Journey resumed(
            String account, String state, MultiValueMap<String, HttpCookie> cookies, FieldCipher cipher, Instant now) {
        var cookie = STATE.matcher(state).matches() ? cookies.getFirst(name(state)) : null;
        if (cookie == null) {
            throw LoginRefusal.badState();
        }
        try {
            var box = Base64.getUrlDecoder().decode(cookie.getValue());
            var parts = cipher.open(box, place(account, state)).split(" ", 3);
            var until = Instant.ofEpochSecond(Long.parseLong(parts[0]));
            if (now.isBefore(until)) {
                return new Journey(account, state, new LocalPath(parts[2]), parts[1].equals("userinfo"), until);
            }
        } catch (IllegalArgumentException | IllegalStateException forged) {
            throw LoginRefusal.badState();
        }
        throw LoginRefusal.badState();
    }

    String scope() {
        return userinfo ? "snsapi_userinfo" : "snsapi_base";
    }

    ResponseCookie cookie(FieldCipher cipher, boolean secure) {
        var text = until.getEpochSecond() + " " + (userinfo ? "userinfo" : "base") + " " + to.value();
        var box = cipher.seal(text, place(account, state));
        return cookie(Base64.getUrlEncoder().withoutPadding().encodeToString(box), LONGEST, secure);
    }

    ResponseCookie ended(boolean secure) {
        return cookie("", Duration.ZERO, secure);
    }

    private ResponseCookie cookie(String value, Duration age, boolean secure) {
        return ResponseCookie.from(name(state), value)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure)
                .path("/oauth/" + account)
                .maxAge(age)
                .build();
    }

    private static String name(String state) {
        return "shuke_oauth_" + state;
    }

    private static String place(String account, String state) {
        return "cookie.oauth:" + account + ":" + state;
    }
}
