package io.shuke.gateway.simulator;

import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong at WeChat.
 *
 * @param path the endpoint, such as {@code /cgi-bin/message/template/send}; a trailing {@code *} stands for the rest
 * @param errcode what is answered instead
 * @param drop the connection is closed without an answer
 * @param times how often; for ever where it is left out
 * @param openid only for this person
 * @param handled WeChat does what it was asked to do and only its answer is wrong or lost
 */
record Fault(
        String path,
        @Nullable Integer errcode,
        @Nullable Long delayMs,
        @Nullable Boolean drop,
        @Nullable Integer times,
        @Nullable String openid,
        @Nullable Boolean handled) {

    boolean concerns(String path, @Nullable String openid) {
        var samePath = this.path.endsWith("*")
                ? path.startsWith(this.path.substring(0, this.path.length() - 1))
                : path.equals(this.path);
        return samePath && (this.openid == null || this.openid.equals(openid));
    }

    boolean drops() {
        return Boolean.TRUE.equals(drop);
    }

    boolean doesTheWork() {
        return errcode == null && !drops() || Boolean.TRUE.equals(handled);
    }

    Fault left(int times) {
        return new Fault(path, errcode, delayMs, drop, times, openid, handled);
    }
}
