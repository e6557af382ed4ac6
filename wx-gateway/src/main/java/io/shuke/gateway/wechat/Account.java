package io.shuke.gateway.wechat;

import io.shuke.member.merchant.Channel;

/** One of the shop's accounts at WeChat, ready to be called. */
sealed interface Account permits OfficialAccount, MiniProgram {

    Channel channel();

    TokenKeeper keeper();

    void close();
}
