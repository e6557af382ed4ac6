package io.shuke.gateway.wechat;

import io.shuke.member.ground.Refusal;

/** Why a request that needs WeChat is refused. */
final class WechatRefusal extends Refusal {

    private WechatRefusal(Kind kind, String code) {
        super(kind, code);
    }

    static WechatRefusal unknownAccount() {
        return new WechatRefusal(Kind.NOT_FOUND, "wechat.unknown-account");
    }
}
