package io.shuke.gateway.wechat;

import io.shuke.member.ground.Busy;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Phone;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.bean.WxOAuth2UserInfo;
import me.chanjar.weixin.common.bean.oauth2.WxOAuth2AccessToken;
import me.chanjar.weixin.common.error.WxErrorException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Turns WeChat's one-time codes into what they stand for. Session keys and the person's own tokens end here. */
public final class Logins {

    /** WeChat's codes look like this; anything else would only write itself into the query. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,512}");

    private record Answer(String openid, @Nullable String unionid, boolean snapshot) {}

    private final Accounts accounts;
    private final WechatCalls calls;

    Logins(Accounts accounts, WechatCalls calls) {
        this.accounts = accounts;
        this.calls = calls;
    }

    /** Who opened the mini-program. */
    public Mono<Person> mini(String appid, String code) {
        return accounts.mini(appid).flatMap(account -> {
            checkForm(code);
            return calls.call(appid, "/sns/jscode2session", () -> {
                        var session = account.jsCode2SessionInfo(code);
                        return session.getOpenid() == null
                                ? null
                                : Person.of(account.merchant(), appid, session.getOpenid(), session.getUnionid());
                    })
                    .flatMap(Logins::valueOrRefusal);
        });
    }

    /** Who came back from the Official Account's authorize page. */
    Mono<Person> official(OfficialAccount account, String code, boolean userinfo) {
        checkForm(code);
        var appid = account.channel().account();
        return calls.call(appid, "/sns/oauth2/access_token", () -> answer(account, code, userinfo))
                .flatMap(Logins::valueOrRefusal)
                .flatMap(answer -> {
                    if (answer.snapshot()) {
                        return Mono.just(Person.inSnapshot(account.merchant()));
                    }
                    var unionid = answer.unionid();
                    return (unionid == null ? unionOfFollower(account, answer.openid()) : Mono.just(unionid))
                            .map(union -> Person.of(account.merchant(), appid, answer.openid(), union))
                            .defaultIfEmpty(Person.of(account.merchant(), appid, answer.openid(), null));
                });
    }

    private static @Nullable Answer answer(OfficialAccount account, String code, boolean userinfo)
            throws WxErrorException {
        var oauth = account.getOAuth2Service();
        WxOAuth2AccessToken token = oauth.getAccessToken(code);
        if (token.getOpenId() == null) {
            return null;
        }
        var snapshot = Integer.valueOf(1).equals(token.getSnapshotUser());
        var unionid = token.getUnionId();
        if (userinfo && !snapshot && unionid == null) {
            WxOAuth2UserInfo info = oauth.getUserInfo(token, "zh_CN");
            unionid = info.getUnionId();
        }
        return new Answer(token.getOpenId(), unionid, snapshot);
    }

    /** The silent login does not name the unionid, but WeChat tells it of everybody who follows the account. */
    private Mono<String> unionOfFollower(OfficialAccount account, String openid) {
        return calls.call(
                        account.channel().account(),
                        "/cgi-bin/user/info",
                        () -> Optional.ofNullable(
                                account.getUserService().userInfo(openid).getUnionId()))
                .flatMap(outcome -> outcome instanceof Outcome.Ok<Optional<String>> ok
                        ? Mono.justOrEmpty(ok.value())
                        : Mono.empty());
    }

    /**
     * The phone number that a mini-program's button gave a code for. Each success costs the shop money.
     *
     * @param identities the person's own; one of them names the mini-program
     */
    public Mono<Phone> phone(List<Identity> identities, String code) {
        return Flux.fromIterable(identities)
                .map(Identity::provider)
                .filter(provider -> !provider.equals(Person.UNION))
                .concatMap(appid -> accounts.mini(appid).onErrorResume(WechatRefusal.class, no -> Mono.empty()))
                .next()
                .switchIfEmpty(Mono.error(LoginRefusal::phoneUnavailable))
                .flatMap(account -> {
                    checkForm(code);
                    return calls.call(account.channel().account(), "/wxa/business/getuserphonenumber", () -> {
                                var info = account.getUserService().getPhoneNumber(code);
                                return info == null ? null : info.getPurePhoneNumber();
                            })
                            .flatMap(Logins::valueOrRefusal)
                            .map(Phone::parse);
                });
    }

    private static void checkForm(String code) {
        if (!CODE.matcher(code).matches()) {
            throw LoginRefusal.codeInvalid();
        }
    }

    private static <T> Mono<T> valueOrRefusal(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Ok<T> ok) {
            return Mono.just(ok.value());
        }
        return Mono.error(refusal(outcome));
    }

    private static RuntimeException refusal(Outcome<?> outcome) {
        if (outcome instanceof Outcome.CodeUsed<?>) {
            return LoginRefusal.codeUsed();
        }
        if (outcome instanceof Outcome.CodeInvalid<?>) {
            return LoginRefusal.codeInvalid();
        }
        if (outcome instanceof Outcome.Refused<?>) {
            return LoginRefusal.notTrusted();
        }
        if (outcome instanceof Outcome.RetryLater<?> later && later.when() == Outcome.When.NEXT_MINUTE) {
            return LoginRefusal.tooOften();
        }
        return new Busy("WeChat does not answer");
    }
}
