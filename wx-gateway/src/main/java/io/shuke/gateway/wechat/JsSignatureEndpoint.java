package io.shuke.gateway.wechat;

import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Channel;
import io.shuke.member.merchant.Channels;
import me.chanjar.weixin.common.bean.WxJsapiSignature;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/**
 * Signs one of our own pages for WeChat's script (JS-SDK), so that the page may use WeChat's scanner. WeChat gives the
 * signature's parts to every visitor of the page; it is good for that page's address and no other.
 */
@RestController
class JsSignatureEndpoint {

    private static final int LONGEST = 1_000;

    record JsSignatureBody(String appid, long timestamp, String nonce, String signature) {

        static JsSignatureBody of(WxJsapiSignature signed) {
            return new JsSignatureBody(
                    signed.getAppId(), signed.getTimestamp(), signed.getNonceStr(), signed.getSignature());
        }
    }

    private final Accounts accounts;
    private final Channels channels;
    private final WechatCalls calls;
    private final Jdbc jdbc;
    private final String root;

    JsSignatureEndpoint(
            Accounts accounts,
            Channels channels,
            WechatCalls calls,
            Jdbc jdbc,
            @Value("${shuke.public-url:}") String root) {
        this.accounts = accounts;
        this.channels = channels;
        this.calls = calls;
        this.jdbc = jdbc;
        this.root = root;
    }

    /** @param page its address as the browser shows it; what follows a hash does not count */
    @GetMapping("/api/js-signature")
    Mono<JsSignatureBody> sign(@RequestParam long merchant, @RequestParam String page, ServerHttpRequest request) {
        var address = page.replaceFirst("#.*", "");
        if (!address.startsWith(root(request) + "/") || address.length() > LONGEST) {
            throw new ServerWebInputException("page");
        }
        return jdbc.callForAll(() -> appid(merchant))
                .flatMap(accounts::official)
                .flatMap(account -> calls.call(
                        account.channel().account(),
                        "/cgi-bin/ticket/getticket",
                        () -> account.createJsapiSignature(address)))
                .map(outcome -> {
                    if (outcome instanceof Outcome.Ok<WxJsapiSignature> ok) {
                        return JsSignatureBody.of(ok.value());
                    }
                    throw new Busy("WeChat does not answer");
                });
    }

    private String root(ServerHttpRequest request) {
        var uri = request.getURI();
        return root.isEmpty() ? uri.getScheme() + "://" + uri.getRawAuthority() : root;
    }

    private String appid(long merchant) {
        return channels.all().stream()
                .filter(channel -> channel.merchant().value() == merchant)
                .filter(channel -> channel.provider().equals(Accounts.OFFICIAL))
                .map(Channel::account)
                .findFirst()
                .orElseThrow(WechatRefusal::unknownAccount);
    }
}
