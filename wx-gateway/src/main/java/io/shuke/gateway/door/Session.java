package io.shuke.gateway.door;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** A session just opened: the token goes to the mini-program, the cookie to the browser. */
public record Session(String token, Duration expiresIn, boolean secure) {

    static final String COOKIE = "shuke_session";

    public ResponseCookie cookie() {
        return ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure)
                .path("/")
                .maxAge(expiresIn)
                .build();
    }

    @Override
    public String toString() {
        return "Session[" + expiresIn + "]";
    }
}
