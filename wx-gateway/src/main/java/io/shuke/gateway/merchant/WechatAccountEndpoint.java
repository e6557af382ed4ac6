package io.shuke.gateway.merchant;

import io.shuke.gateway.wechat.AccountTrial;
import io.shuke.gateway.wechat.Accounts;
import io.shuke.gateway.wechat.WechatRefusal;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Channel;
import io.shuke.member.merchant.Channels;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The desk at which the owner connects the shop's accounts at WeChat. What was typed in is sealed and never shown again. */
@RestController
class WechatAccountEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(WechatAccountEndpoint.class);
    private static final Pattern APPID = Pattern.compile("wx[0-9a-zA-Z]{10,30}");
    private static final Pattern SECRET = Pattern.compile("[0-9a-zA-Z]{16,64}");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-zA-Z]{3,32}");
    private static final Pattern KEY = Pattern.compile("[0-9a-zA-Z]{43}");

    /** Which kind of account. */
    enum Kind {
        OFFICIAL(Accounts.OFFICIAL),
        MINI(Accounts.MINI);

        private final String provider;

        Kind(String provider) {
            this.provider = provider;
        }

        static Kind of(Channel channel) {
            return channel.provider().equals(Accounts.OFFICIAL) ? OFFICIAL : MINI;
        }
    }

    /** @param callbackUrl what is written into WeChat's page */
    record WechatAccountBody(String appid, Kind kind, String name, String callbackUrl) {}

    record WechatAccountsBody(
            List<WechatAccountBody> items,
            String callbackRoot,
            @Nullable String next) {}

    /** What is left out stays as it was. */
    record WechatKeysBody(
            @Nullable Kind kind,
            @Nullable String name,
            @Nullable String secret,
            @Nullable String token,
            @Nullable String aesKey) {

        Channel onto(String appid, MerchantId merchant, @Nullable Channel known) {
            if (known != null
                    && (!known.merchant().equals(merchant)
                            || kind != null && !known.provider().equals(kind.provider))) {
                throw WechatRefusal.taken();
            }
            var what = kind == null && known != null ? Kind.of(known) : kind;
            if (what == null || !APPID.matcher(appid).matches()) {
                throw WechatRefusal.malformed();
            }
            return new Channel(
                    appid,
                    merchant,
                    what.provider,
                    Objects.requireNonNullElse(name, known == null ? appid : known.name()),
                    right(secret, SECRET, known == null ? null : known.secret()),
                    right(token, TOKEN, known == null ? null : known.callbackToken()),
                    right(aesKey, KEY, known == null ? null : known.callbackKey()),
                    known == null ? null : known.previousCallbackKey());
        }

        private static String right(@Nullable String typed, Pattern form, @Nullable String before) {
            var value = typed == null ? before : typed.strip();
            if (value == null || typed != null && !form.matcher(value).matches()) {
                throw WechatRefusal.malformed();
            }
            return value;
        }

        @Override
        public String toString() {
            return "WechatKeysBody[]";
        }
    }

    record WechatStepBody(String name, boolean good, String text) {}

    record WechatStepsBody(List<WechatStepBody> items) {}

    private final Channels channels;
    private final AccountTrial trial;
    private final Jdbc jdbc;
    private final String publicUrl;

    WechatAccountEndpoint(
            Channels channels, AccountTrial trial, Jdbc jdbc, @Value("${shuke.public-url:}") String publicUrl) {
        this.channels = channels;
        this.trial = trial;
        this.jdbc = jdbc;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @GetMapping("/console/api/wechat-accounts")
    Mono<WechatAccountsBody> all(MerchantId shop, ServerHttpRequest request) {
        var root = root(request);
        return jdbc.callForAll(() -> new WechatAccountsBody(
                channels.all().stream()
                        .filter(channel -> channel.merchant().equals(shop))
                        .map(channel -> shown(channel, root))
                        .toList(),
                root + "/wx/",
                null));
    }

    @PutMapping("/console/api/wechat-accounts/{appid}")
    Mono<WechatAccountBody> connect(
            MerchantId shop,
            Principal staff,
            @PathVariable String appid,
            @RequestBody WechatKeysBody body,
            ServerHttpRequest request) {
        var root = root(request);
        return jdbc.callForAll(() -> {
            var channel = body.onto(appid, shop, channels.of(appid).orElse(null));
            channels.connect(channel);
            LOG.warn("staff:{} connected the account {}", staff.getName(), appid);
            return shown(channel, root);
        });
    }

    /** Each step is tried at WeChat; nothing is changed. */
    @PostMapping("/console/api/wechat-accounts/{appid}/checks")
    Mono<WechatStepsBody> check(MerchantId shop, @PathVariable String appid, ServerHttpRequest request) {
        var root = root(request);
        return jdbc.callForAll(() -> channels.of(appid)
                        .filter(channel -> channel.merchant().equals(shop))
                        .orElseThrow(WechatRefusal::unknownAccount))
                .flatMap(channel -> trial.of(channel, root))
                .map(steps -> new WechatStepsBody(steps.stream()
                        .map(step -> new WechatStepBody(step.name(), step.good(), step.text()))
                        .toList()));
    }

    private static WechatAccountBody shown(Channel channel, String root) {
        return new WechatAccountBody(
                channel.account(), Kind.of(channel), channel.name(), root + "/wx/" + channel.account());
    }

    private String root(ServerHttpRequest request) {
        var uri = request.getURI();
        return publicUrl.isEmpty() ? uri.getScheme() + "://" + uri.getRawAuthority() : publicUrl;
    }
}
