package io.shuke.gateway.simulator;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** One call of ours to WeChat, after it was let in. */
record Call(SimulatedAccount account, String path, MultiValueMap<String, String> query, JsonNode body) {

    String parameter(String name) {
        var value = query.getFirst(name);
        return value == null ? "" : value;
    }

    /** A field of the body as text; empty where it is missing. */
    String field(String name) {
        return body.path(name).asString("");
    }

    String appid() {
        return account.appid();
    }

    /** The openid the call is about, wherever it stands. */
    static @Nullable String openid(MultiValueMap<String, String> query, JsonNode body) {
        for (var name : new String[] {"touser", "openid"}) {
            var inBody = body.path(name).asString("");
            if (!inBody.isEmpty()) {
                return inBody;
            }
        }
        return query.getFirst("openid");
    }
}
