package io.shuke.gateway.wechat.callback;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The calls taken lately, by their signature, which covers time and nonce. The very same call again is answered the same
 * and costs the database nothing; refusing it would punish WeChat for repeating a call whose answer was lost. A bounded
 * memory that may forget: the inbox is what keeps a message once.
 */
final class Answered {

    private final AtomicReferenceArray<String> lately;

    Answered(int size) {
        this.lately = new AtomicReferenceArray<>(size);
    }

    boolean has(String appid, String signature) {
        var call = call(appid, signature);
        return call.equals(lately.get(place(call)));
    }

    void add(String appid, String signature) {
        var call = call(appid, signature);
        lately.set(place(call), call);
    }

    private int place(String call) {
        return Math.floorMod(call.hashCode(), lately.length());
    }

    private static String call(String appid, String signature) {
        return appid + signature;
    }
}
