package io.shuke.gateway.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/** What a page asks for when it wants to know who is there. */
record Authorization(String appid, String redirect, String scope, String state) {

    private static final Set<String> SCOPES = Set.of("snsapi_base", "snsapi_userinfo");
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost");

    /** A no that the person sees as a page, not as JSON. */
    static final class Oops extends RuntimeException {
        private static final long serialVersionUID = 1;

        Oops(String text) {
            super(text, null, false, false);
        }
    }

    static Authorization of(MultiValueMap<String, String> query) {
        return new Authorization(
                one(query, "appid"), one(query, "redirect_uri"), one(query, "scope"), one(query, "state"));
    }

    boolean needsConsent() {
        return scope.equals("snsapi_userinfo");
    }

    /** @param here the host this very request came to, which counts as the registered domain */
    Authorization checked(SimulatedAccount account, @Nullable String here) {
        if (!account.official()) {
            throw new Oops("AppID 参数错误，错误码：10013");
        }
        if (!SCOPES.contains(scope)) {
            throw new Oops("Scope 参数错误或没有 Scope 权限，错误码：10005");
        }
        var host = host();
        if (host == null || !HERE.contains(host) && !host.equals(here)) {
            throw new Oops("redirect_uri 域名与后台配置不一致，错误码：10003");
        }
        return this;
    }

    /** Back to the page; without a code where the person said no. */
    String location(@Nullable String code) {
        var hash = redirect.indexOf('#');
        var page = hash < 0 ? redirect : redirect.substring(0, hash);
        return page
                + (page.contains("?") ? "&" : "?")
                + (code == null ? "" : "code=" + code + "&")
                + "state="
                + UriUtils.encode(state, StandardCharsets.UTF_8)
                + (hash < 0 ? "" : redirect.substring(hash));
    }

    private @Nullable String host() {
        try {
            var uri = URI.create(redirect);
            return "http".equals(uri.getScheme()) || "https".equals(uri.getScheme()) ? uri.getHost() : null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static String one(MultiValueMap<String, String> query, String name) {
        var value = query.getFirst(name);
        return value == null ? "" : value;
    }
}
