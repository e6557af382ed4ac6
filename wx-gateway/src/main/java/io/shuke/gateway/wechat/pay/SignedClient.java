package io.shuke.gateway.wechat.pay;

import com.github.binarywang.wxpay.v3.auth.PrivateKeySigner;
import com.github.binarywang.wxpay.v3.auth.WxPayCredentials;
import java.io.IOException;
import java.security.PrivateKey;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpException;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpExecutionAware;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.entity.BufferedHttpEntity;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.execchain.ClientExecChain;
import org.apache.http.util.EntityUtils;
import org.jspecify.annotations.Nullable;

/**
 * One account's connections to WeChat Pay: signs every request, and believes an answer only when WeChat's signature holds.
 * WxJava's own client does both for hosts of {@code mch.weixin.qq.com} only, so against any other host it would talk
 * unsigned and believe everything; it also never looks at an answer's time.
 */
final class SignedClient extends HttpClientBuilder {

    private static final int CONNECTIONS = 50;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int LARGEST_ANSWER = 256 * 1024;

    private final WxPayCredentials credentials;
    private final PlatformKey platform;

    SignedClient(PayAccount account, PrivateKey key, PlatformKey platform) {
        this.credentials = new WxPayCredentials(account.account(), new PrivateKeySigner(account.serial(), key));
        this.platform = platform;
        setMaxConnPerRoute(CONNECTIONS);
        setMaxConnTotal(2 * CONNECTIONS);
        setConnectionTimeToLive(60, TimeUnit.SECONDS);
        setDefaultRequestConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(CONNECT_MILLIS)
                .setConnectTimeout(CONNECT_MILLIS)
                .setSocketTimeout(PayService.ANSWER_MILLIS)
                .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
                .setRedirectsEnabled(false)
                .build());
        disableAutomaticRetries();
        disableRedirectHandling();
        disableCookieManagement();
        disableAuthCaching();
    }

    @Override
    protected ClientExecChain decorateProtocolExec(ClientExecChain plain) {
        return (route, request, context, aware) -> signed(plain, route, request, context, aware);
    }

    private CloseableHttpResponse signed(
            ClientExecChain plain,
            HttpRoute route,
            HttpRequestWrapper request,
            HttpClientContext context,
            @Nullable HttpExecutionAware aware)
            throws IOException, HttpException {
        // The body is read once to be signed and once to be sent.
        if (request instanceof HttpEntityEnclosingRequest withBody && withBody.getEntity() != null) {
            withBody.setEntity(new BufferedHttpEntity(withBody.getEntity()));
        }
        request.addHeader("Authorization", credentials.getSchema() + " " + credentials.getToken(request));
        // Tells WeChat which of its keys we can check its answer with.
        request.addHeader("Wechatpay-Serial", platform.id());
        var response = plain.execute(route, request, context, aware);
        var status = response.getStatusLine().getStatusCode();
        if (status >= 200 && status < 300) {
            check(response);
        }
        return response;
    }

    private void check(CloseableHttpResponse response) throws IOException, HttpException {
        var body = new byte[0];
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            if (entity.getContentLength() > LARGEST_ANSWER) {
                throw new HttpException("an answer too large");
            }
            body = EntityUtils.toByteArray(entity);
            var kept = new ByteArrayEntity(body);
            kept.setContentType(entity.getContentType());
            response.setEntity(kept);
        }
        var proof = new Proof(
                header(response, "Wechatpay-Serial"),
                header(response, "Wechatpay-Timestamp"),
                header(response, "Wechatpay-Nonce"),
                header(response, "Wechatpay-Signature"));
        if (!platform.proves(proof, body)) {
            response.close();
            throw new HttpException("an answer that WeChat has not signed");
        }
    }

    private static String header(CloseableHttpResponse response, String name) {
        var header = response.getFirstHeader(name);
        return header == null ? "" : header.getValue();
    }
}
