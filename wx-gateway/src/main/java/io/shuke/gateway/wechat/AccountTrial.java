package io.shuke.gateway.wechat;

import io.shuke.member.merchant.Channel;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.crypto.SHA1;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tries an account step by step, and says of each what is wrong and where it is put right. */
@Component
public class AccountTrial {

    /** One step of the set-up, in words for the owner. */
    public record Step(String name, boolean good, String text) {}

    /** What WeChat answered to the question for a token: 0 is well. */
    private record Told(int errcode, String address) {}

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern ADDRESS = Pattern.compile("invalid ip ([0-9a-fA-F.:]{3,45})");

    private final Accounts accounts;
    private final WechatCalls calls;
    private final Clock clock;
    private final WebClient client = WebClient.create();
    private final SecureRandom random = new SecureRandom();

    AccountTrial(Accounts accounts, WechatCalls calls, Clock clock) {
        this.accounts = accounts;
        this.calls = calls;
        this.clock = clock;
    }

    /** @param root where we are reached from outside */
    public Mono<List<Step>> of(Channel channel, String root) {
        return token(channel)
                .flatMap(token -> token.good()
                        ? Flux.concat(Mono.just(token), addresses(channel), callback(channel, root), templates(channel))
                                .collectList()
                        : callback(channel, root).map(callback -> List.of(token, callback)));
    }

    private Mono<Step> token(Channel channel) {
        var account = accounts.aside(channel);
        return calls.call(channel.account(), "/cgi-bin/stable_token", () -> {
                    try {
                        account.askForToken();
                        return new Told(0, "");
                    } catch (WxErrorException no) {
                        var english = Objects.requireNonNullElse(no.getError().getErrorMsgEn(), "");
                        var matcher = ADDRESS.matcher(english);
                        return new Told(no.getError().getErrorCode(), matcher.find() ? matcher.group(1) : "");
                    }
                })
                .map(outcome -> outcome instanceof Outcome.Ok<Told> ok ? token(ok.value()) : away("token"))
                .doFinally(any -> account.close());
    }

    private static Step token(Told told) {
        return switch (told.errcode()) {
            case 0 -> new Step("token", true, "微信认得这个 AppID 和 AppSecret");
            case 40013 -> new Step("token", false, "微信没有这个 AppID，请从公众平台“设置与开发 → 基本配置”里复制");
            case 40001, 40125 -> new Step("token", false, "AppSecret 不对：重置过就要用新的");
            case 40164 ->
                new Step(
                        "token",
                        false,
                        "这台服务器的 IP %s不在白名单里，请加到公众平台“基本配置 → IP 白名单”"
                                .formatted(told.address().isEmpty() ? "" : told.address() + " "));
            default -> new Step("token", false, "微信没有给凭证，回答是 " + told.errcode());
        };
    }

    private Mono<Step> addresses(Channel channel) {
        if (!channel.provider().equals(Accounts.OFFICIAL)) {
            return Mono.empty();
        }
        return accounts.official(channel.account())
                .flatMap(account ->
                        calls.call(channel.account(), "/cgi-bin/getcallbackip", () -> account.getCallbackIP().length))
                .map(outcome -> outcome instanceof Outcome.Ok<Integer> ok
                        ? new Step("addresses", true, "白名单已放行；微信会从 %d 个地址找过来".formatted(ok.value()))
                        : away("addresses"));
    }

    /** We call ourselves as WeChat would: through the same name, the same proxy, with the same signature. */
    private Mono<Step> callback(Channel channel, String root) {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var nonce = Integer.toUnsignedString(random.nextInt());
        var echo = Long.toUnsignedString(random.nextLong());
        var signature = SHA1.gen(channel.callbackToken(), timestamp, nonce);
        return client.get()
                .uri(
                        root + "/wx/{appid}?signature={signature}&timestamp={timestamp}&nonce={nonce}&echostr={echo}",
                        channel.account(),
                        signature,
                        timestamp,
                        nonce,
                        echo)
                .exchangeToMono(answer -> answer.bodyToMono(String.class)
                        .defaultIfEmpty("")
                        .map(body -> reached(answer.statusCode().value(), body.equals(echo))))
                .timeout(PATIENCE)
                .onErrorReturn(
                        new Step("callback", false, "从外面打不开 %s/wx/%s，请检查域名、证书和防火墙".formatted(root, channel.account())));
    }

    private static Step reached(int status, boolean echoed) {
        if (echoed) {
            return new Step("callback", true, "服务器地址打得开，Token 核对无误");
        }
        return new Step(
                "callback",
                false,
                status == 403 ? "服务器地址打得开，但 Token 对不上，过半分钟再检查一次" : "服务器地址的回答不对（%d），请检查前面的代理".formatted(status));
    }

    private Mono<Step> templates(Channel channel) {
        var appid = channel.account();
        var many = channel.provider().equals(Accounts.OFFICIAL)
                ? accounts.official(appid)
                        .flatMap(account -> calls.call(
                                appid,
                                "/cgi-bin/template/get_all_private_template",
                                () -> account.getTemplateMsgService()
                                        .getAllPrivateTemplate()
                                        .size()))
                : accounts.mini(appid)
                        .flatMap(account ->
                                calls.call(appid, "/wxaapi/newtmpl/gettemplate", () -> account.getSubscribeService()
                                        .getTemplateList()
                                        .size()));
        return many.map(
                outcome -> outcome instanceof Outcome.Ok<Integer> ok ? templates(ok.value()) : away("templates"));
    }

    private static Step templates(int many) {
        return many > 0
                ? new Step("templates", true, "取到 %d 个消息模板".formatted(many))
                : new Step("templates", false, "还没有消息模板，请在公众平台的模板库里选用几个");
    }

    private static Step away(String name) {
        return new Step(name, false, "暂时连不上微信，请稍后再试");
    }
}
