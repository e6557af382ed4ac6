package io.shuke.gateway.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What decides whether a message may go to somebody, and which have gone already. */
final class Permissions {

    private final TalkWindows windows;
    private final Consents consents;
    private final Map<String, Reply> sent = new ConcurrentHashMap<>();

    Permissions(TalkWindows windows, Consents consents) {
        this.windows = windows;
        this.consents = consents;
    }

    TalkWindows windows() {
        return windows;
    }

    Consents consents() {
        return consents;
    }

    /** A message that carries its sender's own id is sent once; without an id each is another. */
    Reply once(String appid, String clientId, Supplier<Reply> send) {
        return clientId.isEmpty() ? send.get() : sent.computeIfAbsent(appid + ":" + clientId, key -> send.get());
    }
}
