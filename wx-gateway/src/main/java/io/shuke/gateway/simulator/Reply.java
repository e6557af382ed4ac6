package io.shuke.gateway.simulator;

import org.springframework.http.MediaType;

/** What WeChat answers. */
record Reply(MediaType type, byte[] body) {

    static Reply json(Object... namesAndValues) {
        return new Reply(MediaType.APPLICATION_JSON, Json.bytes(Json.of(namesAndValues)));
    }

    /** {@code {"errcode":0,"errmsg":"ok"}} and what more there is to say. */
    static Reply ok(Object... namesAndValues) {
        var object = Json.of("errcode", 0, "errmsg", "ok");
        object.putAll(Json.of(namesAndValues));
        return new Reply(MediaType.APPLICATION_JSON, Json.bytes(object));
    }

    static Reply no(WechatError error) {
        var rid = Openids.hex(Randoms.text(12));
        return json(
                "errcode",
                error.errcode(),
                "errmsg",
                error.errmsg() + " rid: " + rid.substring(0, 8) + "-" + rid.substring(8, 16) + "-"
                        + rid.substring(16, 24));
    }

    static Reply image(byte[] png) {
        return new Reply(MediaType.IMAGE_PNG, png);
    }
}
