package io.shuke.gateway.simulator;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The client the program really uses, pointed at the simulator. */
final class WxJava {

    private WxJava() {}

    static WxMpService official(int port) {
        var host = "http://127.0.0.1:" + port + WechatApi.ROOT;
        var config = new WxMpDefaultConfigImpl();
        config.setAppId(Given.OFFICIAL);
        config.setSecret(Given.SECRET);
        config.useStableAccessToken(true);
        config.setHostConfig(new WxMpHostConfig(host, host, host));
        var service = new WxMpServiceImpl();
        service.setWxMpConfigStorage(config);
        service.setMaxRetryTimes(1);
        return service;
    }

    static WxMaService mini(int port) {
        var config = new WxMaDefaultConfigImpl();
        config.setAppid(Given.MINI);
        config.setSecret(Given.SECRET);
        config.useStableAccessToken(true);
        config.setApiHostUrl("http://127.0.0.1:" + port + WechatApi.ROOT);
        var service = new WxMaServiceImpl();
        service.setWxMaConfig(config);
        service.setMaxRetryTimes(1);
        return service;
    }

    static void refuses(int errcode, ThrowingCallable call) {
        Assertions.assertThatThrownBy(call).isInstanceOfSatisfying(WxErrorException.class, no -> Assertions.assertThat(
                        no.getError().getErrorCode())
                .isEqualTo(errcode));
    }
}
