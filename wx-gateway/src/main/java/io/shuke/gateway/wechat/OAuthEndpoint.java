package io.shuke.gateway.wechat;

import io.shuke.gateway.door.Limits;
import io.shuke.gateway.door.Limits.Limit;
import io.shuke.gateway.door.Sessions;
import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.Member;
import io.shuke.member.membership.Members;
import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Logs the browser in through the Official Account (网页授权). */
@RestController
class OAuthEndpoint {

    private final Accounts accounts;
    private final Logins logins;
    private final Limits limits;
    private final WechatCalls calls;
    private final Members members;
    private final Sessions sessions;
    private final Jdbc jdbc;
    private final FieldCipher cipher;
    private final Clock clock;
    private final String publicUrl;

    OAuthEndpoint(
            Accounts accounts,
            Logins logins,
            Limits limits,
            WechatCalls calls,
            Members members,
            Sessions sessions,
            Jdbc jdbc,
            FieldCipher cipher,
            Clock clock,
            @Value("${shuke.public-url:}") String publicUrl) {
        this.accounts = accounts;
        this.logins = logins;
        this.limits = limits;
        this.calls = calls;
        this.members = members;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** @param scope {@code userinfo} asks the person, so it belongs behind a tap; otherwise WeChat asks nothing */
    @GetMapping("/oauth/{appid}")
    Mono<ResponseEntity<Void>> begin(
            @PathVariable String appid,
            @RequestParam(defaultValue = "/h5/") String to,
            @RequestParam(defaultValue = "base") String scope,
            ServerHttpRequest request) {
        var path = new LocalPath(to);
        var back = base(request) + "/oauth/" + appid + "/return";
        var secure = secure(request);
        // Random numbers come from the system, which may keep one waiting.
        return accounts.official(appid)
                .flatMap(account -> calls.aside(() -> {
                    var journey = Journey.begin(appid, path, scope.equals("userinfo"), clock.instant());
                    var authorize =
                            account.getOAuth2Service().buildAuthorizationUrl(back, journey.scope(), journey.state());
                    return found(authorize, journey.cookie(cipher, secure));
                }));
    }

    @GetMapping("/oauth/{appid}/return")
    Mono<ResponseEntity<Void>> back(
            @PathVariable String appid,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            ServerHttpRequest request) {
        var journey = Journey.resumed(appid, state, request.getCookies(), cipher, clock.instant());
        var ended = journey.ended(secure(request));
        if (code.isEmpty()) {
            return Mono.just(found(journey.to().with("login", "refused"), ended));
        }
        return limits.pass(Limit.LOGIN, address(request))
                .then(accounts.official(appid))
                .flatMap(account -> logins.official(account, code, journey.userinfo()))
                .flatMap(person -> person.snapshot()
                        ? Mono.just(found(journey.to().with("snapshot", "1"), ended))
                        : cookie(person).map(session -> found(journey.to().value(), ended, session)))
                .onErrorResume(
                        LoginRefusal.class,
                        refusal -> wantsPage(request)
                                // WeChat's browser is known to open the return address twice: people must not see the
                                // second answer.
                                ? Mono.just(found(journey.to().with("login", refusal.code()), ended))
                                : Mono.error(refusal));
    }

    private Mono<ResponseCookie> cookie(Person person) {
        return jdbc.call(person.merchant(), () -> {
            var member = members.recognise(person.identities()).map(Member::id).orElse(null);
            return sessions.open(person.identities(), member).cookie();
        });
    }

    private static boolean wantsPage(ServerHttpRequest request) {
        return request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private static ResponseEntity<Void> found(String location, ResponseCookie... cookies) {
        var answer = ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(location))
                .cacheControl(CacheControl.noStore());
        for (var cookie : cookies) {
            answer.header("Set-Cookie", cookie.toString());
        }
        return answer.build();
    }

    private static String address(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }

    private String base(ServerHttpRequest request) {
        var uri = request.getURI();
        return publicUrl.isEmpty() ? uri.getScheme() + "://" + uri.getRawAuthority() : publicUrl;
    }

    private boolean secure(ServerHttpRequest request) {
        return base(request).startsWith("https:");
    }
}
