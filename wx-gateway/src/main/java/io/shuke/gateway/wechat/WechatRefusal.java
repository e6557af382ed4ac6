package io.shuke.gateway.wechat;

import io.shuke.member.ground.Refusal;

/** Why a request that needs WeChat is refused. */
public final class WechatRefusal extends Refusal {

    private WechatRefusal(Kind kind, String code) {
        super(kind, code);
    }

    /** Another merchant's, or of another kind: nobody takes over what he did not connect. */
    public static WechatRefusal taken() {
        return new WechatRefusal(Kind.CONFLICT, "wechat.account-taken");
    }

    public static WechatRefusal malformed() {
        return new WechatRefusal(Kind.BAD_INPUT, "wechat.account-malformed");
    }

    public static WechatRefusal unknownAccount() {
        return new WechatRefusal(Kind.NOT_FOUND, "wechat.unknown-account");
    }
}
