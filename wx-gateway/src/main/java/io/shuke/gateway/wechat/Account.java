package io.shuke.gateway.wechat;

import io.shuke.member.merchant.Channel;
import java.io.IOException;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.error.WxErrorException;

/** One of the shop's accounts at WeChat, ready to be called. */
sealed interface Account permits OfficialAccount, MiniProgram {

    Channel channel();

    TokenKeeper keeper();

    /** Asks WeChat, whatever token is held. */
    WxAccessToken askForToken() throws WxErrorException, IOException;

    void close();
}
