package io.shuke.gateway.wechat;

import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.bean.WxMaJscode2SessionResult;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Channel;
import java.io.IOException;
import java.util.concurrent.locks.Lock;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.SimpleGetRequestExecutor;
import org.jspecify.annotations.Nullable;

/** WxJava's service for one mini-program (小程序); what is said of {@link OfficialAccount} holds here too. */
@SuppressWarnings("unchecked") // WxJava's class is raw, and so is everything it inherits
public final class MiniProgram extends WxMaServiceImpl implements Account {

    private final Channel channel;
    private final TokenKeeper keeper;
    private final Hosts hosts;
    private final HttpPool pool = new HttpPool();

    MiniProgram(Channel channel, Accounts.Surroundings around) {
        this.channel = channel;
        this.hosts = around.hosts();
        this.keeper = new TokenKeeper(channel.account(), around.tokens(), around.clock(), () -> around.calls()
                .traced(channel.account(), "/cgi-bin/stable_token", this::askForToken));
        setWxMaConfig(new Settings(channel, hosts, keeper, pool));
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

    @Override
    public String getAccessToken(boolean forceRefresh) throws WxErrorException {
        return keeper.current();
    }

    /** WxJava's own asks for an access token first, which this call does not need: nobody could log in without one. */
    @Override
    public WxMaJscode2SessionResult jsCode2SessionInfo(String code) throws WxErrorException {
        var query = "appid=" + channel.account() + "&secret=" + channel.secret() + "&js_code=" + code
                + "&grant_type=authorization_code";
        try {
            var answer = SimpleGetRequestExecutor.create(this)
                    .execute(hosts.api() + "/sns/jscode2session", query, WxType.MiniApp);
            return WxMaJscode2SessionResult.fromJson(answer);
        } catch (IOException e) {
            throw new WxRuntimeException(e);
        }
    }

    /** Told not to repeat anything, WxJava hides what WeChat said behind a sentence of its own. */
    @Override
    @SuppressWarnings("rawtypes")
    public Object execute(RequestExecutor executor, String uri, Object data) throws WxErrorException {
        var heard = new Heard<Object, Object>(executor);
        try {
            return super.execute(heard, uri, data);
        } catch (WxErrorException e) {
            throw heard.last == null ? e : heard.last;
        }
    }

    @Override
    public WxAccessToken askForToken() throws WxErrorException, IOException {
        var answer = doGetStableAccessTokenRequest(false);
        var error = WxError.fromJson(answer, WxType.MiniApp);
        if (error.getErrorCode() != 0) {
            throw new WxErrorException(error);
        }
        return WxAccessToken.fromJson(answer);
    }

    private static final class Heard<R, T> implements RequestExecutor<R, T> {

        private final RequestExecutor<R, T> executor;
        private @Nullable WxErrorException last;

        Heard(RequestExecutor<R, T> executor) {
            this.executor = executor;
        }

        @Override
        public R execute(String uri, T data, WxType type) throws WxErrorException, IOException {
            last = null;
            try {
                return executor.execute(uri, data, type);
            } catch (WxErrorException e) {
                last = e;
                throw e;
            }
        }

        @Override
        public void execute(
                String uri, T data, me.chanjar.weixin.common.util.http.ResponseHandler<R> handler, WxType type)
                throws WxErrorException, IOException {
            handler.handle(execute(uri, data, type));
        }
    }

    private static final class Settings extends WxMaDefaultConfigImpl {

        private final Hosts hosts;
        private final TokenKeeper keeper;

        Settings(Channel channel, Hosts hosts, TokenKeeper keeper, HttpPool pool) {
            this.hosts = hosts;
            this.keeper = keeper;
            setAppid(channel.account());
            setSecret(channel.secret());
            setToken(channel.callbackToken());
            setAesKey(channel.callbackKey());
            setMsgDataFormat("JSON");
            setApacheHttpClientBuilder(pool);
            useStableAccessToken(true);
        }

        @Override
        public String getApiHostUrl() {
            return hosts.api();
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
            return getAppid();
        }
    }
}
