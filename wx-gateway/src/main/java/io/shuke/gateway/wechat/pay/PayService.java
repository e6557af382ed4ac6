package io.shuke.gateway.wechat.pay;

import com.github.binarywang.wxpay.config.WxPayConfig;
import com.github.binarywang.wxpay.service.impl.WxPayServiceApacheHttpImpl;
import io.shuke.gateway.wechat.Hosts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * WxJava's service for one account at WeChat Pay, bound to this account for good: never call {@code switchover}, it works
 * by thread. Its calls block and belong into {@link io.shuke.gateway.wechat.WechatCalls}.
 */
final class PayService extends WxPayServiceApacheHttpImpl {

    static final int ANSWER_MILLIS = 5_000;

    private final PayAccount account;
    private final PlatformKey platform;
    private final CloseableHttpClient client;
    private final Settings settings;

    PayService(PayAccount account, Hosts hosts, Clock clock) {
        var key = Pem.privateKey(account.privateKey());
        this.account = account;
        this.platform = new PlatformKey(account.platformKeyId(), Pem.publicKey(account.platformKey()), clock);
        this.client = new SignedClient(account, key, platform).build();
        this.settings = new Settings(hosts);
        settings.setMchId(account.account());
        settings.setPrivateKey(key);
        settings.setApiV3HttpClient(client);
        settings.setHttpConnectionTimeout(2_000);
        settings.setHttpTimeout(ANSWER_MILLIS);
        setConfig(settings);
    }

    PayAccount account() {
        return account;
    }

    PlatformKey platform() {
        return platform;
    }

    /** WxJava leaves one behind in a thread-local for whoever comes next; with one account it is never asked. */
    @Override
    public WxPayConfig getConfig() {
        return settings;
    }

    void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What WxJava reads of an account. Its own {@code toString} would print the keys. */
    private static final class Settings extends WxPayConfig {

        private final Hosts hosts;

        Settings(Hosts hosts) {
            this.hosts = hosts;
        }

        @Override
        public String getPayBaseUrl() {
            return hosts.pay();
        }

        @Override
        public String toString() {
            return "PayService.Settings";
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        protected boolean canEqual(Object other) {
            return other instanceof Settings;
        }
    }
}
