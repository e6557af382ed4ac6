package io.shuke.gateway.wechat;

import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Channel;
import java.io.IOException;
import java.util.concurrent.locks.Lock;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.jspecify.annotations.Nullable;

/**
 * WxJava's service for one Official Account (公众号), bound to this account for good: never call {@code switchover}, it
 * works by thread. Its calls block and belong into {@link WechatCalls}.
 */
public final class OfficialAccount extends WxMpServiceImpl implements Account {

    private final Channel channel;
    private final TokenKeeper keeper;
    private final HttpPool pool = new HttpPool();

    OfficialAccount(Channel channel, Accounts.Surroundings around) {
        this.channel = channel;
        this.keeper = new TokenKeeper(channel.account(), around.tokens(), around.clock(), () -> around.calls()
                .traced(channel.account(), "/cgi-bin/stable_token", this::askForToken));
        setWxMpConfigStorage(new Settings(channel, around.hosts(), keeper, pool));
        // Whether to try again is not WxJava's to decide: it cannot know whether a second message would be one too
        // many.
        setMaxRetryTimes(0);
    }

    public MerchantId merchant() {
        return channel.merchant();
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public TokenKeeper keeper() {
        return keeper;
    }

    @Override
    public void close() {
        pool.close();
    }

    /** WxJava's own lets two threads fetch; and no code path may force a refresh, of which WeChat allows 20 a day. */
    @Override
    public String getAccessToken(boolean forceRefresh) throws WxErrorException {
        return keeper.current();
    }

    @Override
    public WxAccessToken askForToken() throws WxErrorException, IOException {
        var answer = doGetStableAccessTokenRequest(false);
        var error = WxError.fromJson(answer, WxType.MP);
        if (error.getErrorCode() != 0) {
            throw new WxErrorException(error);
        }
        return WxAccessToken.fromJson(answer);
    }

    /** What WxJava reads of an account. */
    private static final class Settings extends WxMpDefaultConfigImpl {

        private final transient Hosts hosts;
        private final transient TokenKeeper keeper;

        Settings(Channel channel, Hosts hosts, TokenKeeper keeper, HttpPool pool) {
            this.hosts = hosts;
            this.keeper = keeper;
            setAppId(channel.account());
            setSecret(channel.secret());
            setToken(channel.callbackToken());
            setAesKey(channel.callbackKey());
            setApacheHttpClientBuilder(pool);
            useStableAccessToken(true);
        }

        @Override
        public WxMpHostConfig getHostConfig() {
            return new WxMpHostConfig(hosts.api(), hosts.open(), hosts.mp());
        }

        @Override
        public @Nullable String getAccessToken() {
            return keeper.value();
        }

        @Override
        public Lock getAccessTokenLock() {
            return keeper.lock();
        }

        @Override
        public void expireAccessToken() {
            keeper.reject();
        }

        @Override
        public String toString() {
            return getAppId();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
