package io.shuke.gateway.simulator;

import io.shuke.member.merchant.Channel;
import org.jspecify.annotations.Nullable;

/** An account as WeChat knows it: who it is and the secrets it shares with its owner. */
record SimulatedAccount(
        String appid,
        Kind kind,
        String name,
        String secret,
        String token,
        String aesKey,
        @Nullable String previousAesKey) {

    enum Kind {
        OFFICIAL,
        MINI
    }

    static SimulatedAccount of(Channel channel) {
        return new SimulatedAccount(
                channel.account(),
                channel.provider().equals("wechat-mini") ? Kind.MINI : Kind.OFFICIAL,
                channel.name(),
                channel.secret(),
                channel.callbackToken(),
                channel.callbackKey(),
                channel.previousCallbackKey());
    }

    boolean official() {
        return kind == Kind.OFFICIAL;
    }

    /** The name callbacks are addressed to ({@code gh_…}). */
    String originalId() {
        return "gh_" + Openids.hex("original:" + appid).substring(0, 12);
    }

    @Override
    public String toString() {
        return "SimulatedAccount[" + appid + "]";
    }
}
