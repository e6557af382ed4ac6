package io.shuke.gateway.wechat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import me.chanjar.weixin.common.util.http.apache.ApacheHttpClientBuilder;
import org.apache.http.client.HttpRequestRetryHandler;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.conn.ConnectionKeepAliveStrategy;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/**
 * One account's connections to WeChat. WxJava's own builder is one client for the whole process, with ten connections, an
 * endless wait for one of them, and no check of the server's certificate.
 */
final class HttpPool implements ApacheHttpClientBuilder {

    private static final int CONNECTIONS = 50;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 5_000;

    private final CloseableHttpClient client = HttpClients.custom()
            .setMaxConnPerRoute(CONNECTIONS)
            .setMaxConnTotal(2 * CONNECTIONS)
            .setConnectionTimeToLive(60, TimeUnit.SECONDS)
            .setDefaultRequestConfig(RequestConfig.custom()
                    .setConnectionRequestTimeout(CONNECT_MILLIS)
                    .setConnectTimeout(CONNECT_MILLIS)
                    .setSocketTimeout(ANSWER_MILLIS)
                    .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
                    .setRedirectsEnabled(false)
                    .build())
            // Whether a call may be repeated is decided by those who know what it does.
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();

    @Override
    public CloseableHttpClient build() {
        return client;
    }

    void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // WxJava hands its own settings in here; ours stand above.

    @Override
    public ApacheHttpClientBuilder httpProxyHost(String host) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder httpProxyPort(int port) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder httpProxyUsername(String username) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder httpProxyPassword(String password) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder httpRequestRetryHandler(HttpRequestRetryHandler handler) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder keepAliveStrategy(ConnectionKeepAliveStrategy strategy) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder sslConnectionSocketFactory(SSLConnectionSocketFactory factory) {
        return this;
    }
}
